/** Tests of hashes against the standards and the JDK. */
@org.jspecify.annotations.NullMarked
package kz.tapbot.runtime.hash;

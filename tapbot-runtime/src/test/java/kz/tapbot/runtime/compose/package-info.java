@org.jspecify.annotations.NullMarked
package kz.tapbot.runtime.compose;

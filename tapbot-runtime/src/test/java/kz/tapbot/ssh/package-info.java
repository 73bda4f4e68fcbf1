/** Tests of SSH connections against a real sshd, and against servers that are none. */
@org.jspecify.annotations.NullMarked
package kz.tapbot.ssh;

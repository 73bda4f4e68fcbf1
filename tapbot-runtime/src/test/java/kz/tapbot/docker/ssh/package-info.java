/** Tests of the way to an engine over SSH: with a real sshd, over links that stall and break. */
@org.jspecify.annotations.NullMarked
package kz.tapbot.docker.ssh;

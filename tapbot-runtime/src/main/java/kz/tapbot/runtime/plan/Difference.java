package kz.tapbot.runtime.plan;

import java.util.Optional;

/**
 * An attribute that changes.
 *
 * @param attribute its name
 * @param before its value now, if it has one
 * @param after its value then, if it has one
 */
public record Difference(String attribute, Optional<String> before, Optional<String> after) {}

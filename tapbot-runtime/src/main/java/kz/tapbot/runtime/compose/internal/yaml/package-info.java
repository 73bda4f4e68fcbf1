/** Reads YAML 1.2 into a bounded tree that keeps every line, and writes trees so that YAML 1.1 readers understand the same. */
@NullMarked
package kz.tapbot.runtime.compose.internal.yaml;

import org.jspecify.annotations.NullMarked;

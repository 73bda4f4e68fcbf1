/** What the speed of planning is measured with, beside the same graph in Terraform. */
@NullMarked
package kz.tapbot.examples.bench;

import org.jspecify.annotations.NullMarked;

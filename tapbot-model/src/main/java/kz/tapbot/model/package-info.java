/** The root {@link kz.tapbot.model.Topology} and look-up of its parts. */
@NullMarked
@Value.Style(
        jdkOnly = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        allowedClasspathAnnotations = {Override.class, org.immutables.value.Generated.class})
package kz.tapbot.model;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;

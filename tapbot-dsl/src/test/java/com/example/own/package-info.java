/** A typed service as a user writes one, far from ours and with public types only. */
@NullMarked
package com.example.own;

import org.jspecify.annotations.NullMarked;

package kz.tapbot.dsl.internal;

import java.util.function.Consumer;
import kz.tapbot.dsl.Completion;

/**
 * What a typed service does when all else was declared.
 *
 * @param of whose it is
 * @param number its place among all, which keeps those of one service in their order
 * @param finish what is to be done
 */
record Hook(Declaring of, int number, Consumer<? super Completion> finish) {}

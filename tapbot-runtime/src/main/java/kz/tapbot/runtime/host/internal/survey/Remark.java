package kz.tapbot.runtime.host.internal.survey;

import kz.tapbot.runtime.host.result.SurveyCode;

/**
 * Something to be said of the server as a whole.
 *
 * @param code what kind of thing it is
 * @param text what, why, and what to do
 */
public record Remark(SurveyCode code, String text) {}

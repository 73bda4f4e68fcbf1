package kz.tapbot.rule.library;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.validate.code.TopologyCode;

/**
 * Rules for one purpose: checks that run for every topology because what they find is always wrong, ready rules that an estate breaks
 * only by mistake, and others that are a matter of taste or of effort. A check or rule may be in several packs.
 *
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> backups() {
 *     return RuleTests.of(TOPOLOGY, RulePack.BACKUPS.rules());
 * }
 * }</pre>
 */
public enum RulePack {
    /** Who reaches what, and what he could do there. */
    LEAST_EXPOSURE(
            "least exposure",
            "Nobody reaches what he has no business with, and whoever gets in somewhere does not get far."),
    /** Passwords, keys and tokens. */
    SECRETS("secrets", "No secret is written where people look, and none opens more than one door."),
    /** What may not be lost. */
    BACKUPS("backups", "What may not be lost is there when the disk, the server or the provider is not."),
    /** Memory, processors and disk. */
    CAPACITY("capacity", "Nothing is promised that the machines do not have, and no service takes what others need."),
    /** Single points of failure, and what comes back by itself. */
    AVAILABILITY(
            "availability",
            "What people use comes up, comes back, tells when it does not work, and does not hang on more than it has to."),
    /** Versions, updates, and what nobody needs any more. */
    UPKEEP("upkeep", "What runs is known, is kept up to date, and is still wanted."),
    /** What does not go together. */
    COMPATIBILITY("compatibility", "Images, their versions, their settings and the machine go together."),
    /** References, ports, networks, routes and names. Its checks run always; it has no ready rules, since none of it is a matter of taste. */
    WIRING("wiring", "What is named is there, and what is to reach something does.");

    private final String title;
    private final String purpose;

    RulePack(String title, String purpose) {
        this.title = title;
        this.purpose = purpose;
    }

    /** What people call it: {@code least exposure}. */
    public String title() {
        return title;
    }

    /** What it is for, as a sentence. */
    public String purpose() {
        return purpose;
    }

    /** Its ready rules that an estate breaks only by mistake; they are among {@link ReadyRules#standard()}. */
    public List<TopologyRule> standard() {
        return PackRules.standard(this);
    }

    /** Its ready rules that are a matter of taste or of effort; they are among {@link ReadyRules#offered()}. */
    public List<TopologyRule> offered() {
        return PackRules.offered(this);
    }

    /** All its ready rules, the standard ones first. */
    public List<TopologyRule> rules() {
        return Stream.concat(standard().stream(), offered().stream()).toList();
    }

    /** The codes of its checks, which run for every topology, in their order. */
    public Set<TopologyCode> checks() {
        return PackChecks.of(this);
    }

    /** The name of its page: {@code least-exposure}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

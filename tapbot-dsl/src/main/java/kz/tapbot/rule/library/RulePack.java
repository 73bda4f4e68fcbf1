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
            "Nobody reaches what he has no business with, and whoever gets in somewhere does not get far.",
            List.of(
                    ExposureRules.DATABASES_ARE_NOT_ON_THE_INTERNET,
                    ExposureRules.DATABASE_NETWORKS_ARE_INTERNAL,
                    ExposureRules.ADMIN_PAGES_ASK_FOR_A_LOGIN,
                    ExposureRules.ADMIN_PAGES_HAVE_A_SECOND_WALL,
                    ExposureRules.ENGINE_ACCESS_IS_NOT_ON_THE_INTERNET,
                    ExposureRules.SERVERS_HAVE_A_FIREWALL,
                    ExposureRules.SSH_IS_FOR_KNOWN_ADDRESSES,
                    ExposureRules.SSH_REFUSES_PASSWORDS,
                    UpkeepRules.SERVERS_ARE_KNOWN_BY_THEIR_KEY),
            List.of(
                    ExposureRules.PAGES_ASK_FOR_A_LOGIN,
                    ExposureRules.DATABASES_STAND_APART,
                    ExposureRules.NOTHING_HAS_THE_ENGINES_SOCKET,
                    ExposureRules.ONLY_WEB_PORTS_ARE_OPEN,
                    UpkeepRules.ACCOUNTS_EXPIRE),
            PackChecks.LEAST_EXPOSURE),
    /** Passwords, keys and tokens. */
    SECRETS(
            "secrets",
            "No secret is written where people look, and none opens more than one door.",
            List.of(),
            List.of(SecretRules.SECRETS_ARE_FILES, SecretRules.DATABASES_HAVE_SECRETS_OF_THEIR_OWN),
            PackChecks.SECRETS),
    /** What may not be lost. */
    BACKUPS(
            "backups",
            "What may not be lost is there when the disk, the server or the provider is not.",
            List.of(
                    DataRules.DATA_IS_SAVED,
                    DataRules.VOLUMES_ARE_SAVED,
                    DataRules.VOLUMES_HAVE_ONE_WRITER,
                    DataRules.BACKUPS_LEAVE_THE_SERVERS,
                    DataRules.BACKUPS_ARE_ENCRYPTED,
                    DataRules.BACKUPS_ARE_TRIED),
            List.of(DataRules.BACKUPS_ARE_KEPT_A_MONTH),
            PackChecks.BACKUPS),
    /** Memory, processors and disk. */
    CAPACITY(
            "capacity",
            "Nothing is promised that the machines do not have, and no service takes what others need.",
            List.of(UpkeepRules.SERVICES_HAVE_A_MEMORY_LIMIT),
            List.of(
                    CapacityRules.SERVERS_SAY_THEIR_SIZE,
                    CapacityRules.SERVERS_HAVE_ROOM_FOR_AN_UPDATE,
                    CapacityRules.VOLUMES_SAY_THEIR_SIZE),
            PackChecks.CAPACITY),
    /** Single points of failure, and what comes back by itself. */
    AVAILABILITY(
            "availability",
            "What people use comes up, comes back, tells when it does not work, and does not hang on more than it has to.",
            List.of(UpkeepRules.SERVED_SERVICES_TELL_THEIR_HEALTH, UpkeepRules.SERVED_SERVICES_ARE_STARTED_AGAIN),
            List.of(AvailabilityRules.COPIES_DO_NOT_SHARE_A_NEED),
            PackChecks.AVAILABILITY),
    /** Versions, updates, and what nobody needs any more. */
    UPKEEP(
            "upkeep",
            "What runs is known, is kept up to date, and is still wanted.",
            List.of(UpkeepRules.SERVERS_INSTALL_UPDATES),
            List.of(UpkeepRules.IMAGES_ARE_PINNED, UpkeepRules.SERVERS_RESTART_FOR_UPDATES),
            PackChecks.UPKEEP),
    /** What does not go together. */
    COMPATIBILITY(
            "compatibility",
            "Images, their versions, their settings and the machine go together.",
            List.of(),
            List.of(CompatibilityRules.ONE_VERSION_OF_AN_IMAGE),
            PackChecks.COMPATIBILITY),
    /** References, ports, networks, routes and names. Its checks run always; it has no ready rules, since none of it is a matter of taste. */
    WIRING(
            "wiring",
            "What is named is there, and what is to reach something does.",
            List.of(),
            List.of(),
            PackChecks.WIRING);

    private final String title;
    private final String purpose;
    private final List<TopologyRule> standard;
    private final List<TopologyRule> offered;
    private final Set<TopologyCode> checks;

    RulePack(
            String title,
            String purpose,
            List<TopologyRule> standard,
            List<TopologyRule> offered,
            Set<TopologyCode> checks) {
        this.title = title;
        this.purpose = purpose;
        this.standard = standard;
        this.offered = offered;
        this.checks = checks;
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
        return standard;
    }

    /** Its ready rules that are a matter of taste or of effort; they are among {@link ReadyRules#offered()}. */
    public List<TopologyRule> offered() {
        return offered;
    }

    /** All its ready rules, the standard ones first. */
    public List<TopologyRule> rules() {
        return Stream.concat(standard.stream(), offered.stream()).toList();
    }

    /** The codes of its checks, which run for every topology, in their order. */
    public Set<TopologyCode> checks() {
        return checks;
    }

    /** The name of its page: {@code least-exposure}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

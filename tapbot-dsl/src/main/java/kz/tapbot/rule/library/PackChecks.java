package kz.tapbot.rule.library;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import kz.tapbot.validate.code.TopologyCode;

/** Which checks, which run for every topology, belong to which pack; one may belong to several. */
final class PackChecks {

    private static final Set<TopologyCode> LEAST_EXPOSURE = of(
            TopologyCode.OPENED_AND_PUBLISHED,
            TopologyCode.DATABASE_PUBLISHED,
            TopologyCode.DATABASE_PORT_PUBLISHED,
            TopologyCode.ADMIN_PORT_PUBLISHED,
            TopologyCode.ENGINE_PORT,
            TopologyCode.ADMIN_WELL_KNOWN_PORT,
            TopologyCode.ADMIN_OPEN,
            TopologyCode.IPV6_WITHOUT_FIREWALL,
            TopologyCode.DATABASE_WAY_OUT,
            TopologyCode.CAPABILITY_ROOT,
            TopologyCode.CAPABILITY_STRONG,
            TopologyCode.ENVIRONMENT_NAME,
            TopologyCode.ENGINE_SOCKET_EXPOSED,
            TopologyCode.HOST_PATH_WRITABLE,
            TopologyCode.HOST_PATH_READABLE,
            TopologyCode.ENGINE_SOCKET_UNSAID,
            TopologyCode.ADMIN_ROUTE_ENGINE,
            TopologyCode.ADMIN_ROUTE_OPEN,
            TopologyCode.ADMIN_WITHOUT_LOGIN,
            TopologyCode.LOGIN_MISSING,
            TopologyCode.PROXY_TRUSTS_ALL,
            TopologyCode.LIST_ADMITS_EVERYBODY,
            TopologyCode.LOGIN_IGNORED,
            TopologyCode.DATABASE_WITHOUT_PASSWORD,
            TopologyCode.LOGIN_KNOWN,
            TopologyCode.FIREWALL_OFF,
            TopologyCode.HOST_KEY_MISSING,
            TopologyCode.PASSWORDS_ALLOWED,
            TopologyCode.DELEGATE_RESERVED,
            TopologyCode.EVERYBODY_ADMINISTERS);

    private static final Set<TopologyCode> SECRETS = of(
            TopologyCode.BACKUP_KEY_ON_SERVERS,
            TopologyCode.SECRET_IN_ENVIRONMENT,
            TopologyCode.SECRET_IN_COMMAND,
            TopologyCode.SECRET_IN_LABEL,
            TopologyCode.SECRET_IN_FILE,
            TopologyCode.SECRET_KNOWN,
            TopologyCode.SECRET_ECHOED,
            TopologyCode.LOGIN_IGNORED,
            TopologyCode.DATABASE_WITHOUT_PASSWORD,
            TopologyCode.LOGIN_KNOWN,
            TopologyCode.REGISTRY_PASSWORD_GENERATED);

    private static final Set<TopologyCode> BACKUPS = of(
            TopologyCode.RETIRED_IN_USE,
            TopologyCode.RETIRED_UNKNOWN,
            TopologyCode.DATA_NOT_KEPT,
            TopologyCode.SETTING_AT_RISK,
            TopologyCode.STOPPED_TOO_EARLY,
            TopologyCode.CERTIFICATES_NOT_KEPT,
            TopologyCode.BACKUP_OF_NOTHING,
            TopologyCode.BACKUP_TO_NOWHERE,
            TopologyCode.BACKUP_ON_SAME_DISK,
            TopologyCode.BACKUP_UNSCHEDULED,
            TopologyCode.BACKUP_UNDRILLED,
            TopologyCode.BACKUP_UNENCRYPTED,
            TopologyCode.DATA_WITHOUT_BACKUP,
            TopologyCode.VOLUME_WITHOUT_BACKUP,
            TopologyCode.DATABASE_AS_FILES,
            TopologyCode.RETENTION_TOO_SHORT,
            TopologyCode.DATA_UNREADABLE,
            TopologyCode.DATABASE_TWO_WRITERS,
            TopologyCode.VOLUME_TWO_WRITERS,
            TopologyCode.BACKUP_INSIDE_SOURCE,
            TopologyCode.BACKUP_KEY_ON_SERVERS,
            TopologyCode.NEVER_RUNS,
            TopologyCode.SKIPS_MONTHS,
            TopologyCode.IN_CLOCK_CHANGE,
            TopologyCode.BACKUP_TOO_OFTEN);

    private static final Set<TopologyCode> CAPACITY = of(
            TopologyCode.NETWORK_TOO_SMALL,
            TopologyCode.KERNEL_SETTING_MISSING,
            TopologyCode.MEMORY_PROMISED,
            TopologyCode.CPU_PROMISED,
            TopologyCode.DISK_PROMISED,
            TopologyCode.MEMORY_UNLIMITED,
            TopologyCode.LIMIT_ABOVE_MACHINE,
            TopologyCode.MEMORY_SETTING,
            TopologyCode.BACKUP_TOO_OFTEN);

    private static final Set<TopologyCode> AVAILABILITY = of(
            TopologyCode.PORT_EPHEMERAL,
            TopologyCode.CYCLE,
            TopologyCode.NEEDS_ITSELF,
            TopologyCode.NEED_NEVER_HEALTHY,
            TopologyCode.ROUTED_WITHOUT_CHECK,
            TopologyCode.NEVER_RESTARTED,
            TopologyCode.HEALTH_TOOL_MISSING,
            TopologyCode.HEALTH_AT_LOCALHOST,
            TopologyCode.NEED_TOO_EARLY,
            TopologyCode.STOPPED_TOO_EARLY,
            TopologyCode.CHALLENGE_PORT_CLOSED,
            TopologyCode.PROXY_UNREACHABLE,
            TopologyCode.CERTIFICATES_NOT_KEPT,
            TopologyCode.ALERT_TO_NOBODY,
            TopologyCode.THRESHOLD,
            TopologyCode.ALERT_OF_NOTHING,
            TopologyCode.LOCKED_OUT,
            TopologyCode.JAILS_WITHOUT_ADMINISTRATORS,
            TopologyCode.JUMP_SHUT_OUT);

    private static final Set<TopologyCode> UPKEEP = of(
            TopologyCode.UNUSED,
            TopologyCode.ACKNOWLEDGED,
            TopologyCode.ACKNOWLEDGED_IN_VAIN,
            TopologyCode.NETWORK_UNUSED,
            TopologyCode.MOVING_TAG,
            TopologyCode.VERSION_UNSUPPORTED,
            TopologyCode.TIME_ZONE_UNKNOWN,
            TopologyCode.VOLUME_UNUSED,
            TopologyCode.NEVER_RUNS,
            TopologyCode.SKIPS_MONTHS,
            TopologyCode.IN_CLOCK_CHANGE,
            TopologyCode.DELEGATE_WITHOUT_KEYS,
            TopologyCode.DELEGATE_MAY_NOTHING);

    private static final Set<TopologyCode> COMPATIBILITY = of(
            TopologyCode.ENVIRONMENT_NAME,
            TopologyCode.KERNEL_SETTING,
            TopologyCode.HEALTH_TOOL_MISSING,
            TopologyCode.VARIABLE_MISSING,
            TopologyCode.LISTENS_TO_ITSELF,
            TopologyCode.VERSION_UNSUPPORTED,
            TopologyCode.DATA_NOT_KEPT,
            TopologyCode.SHELL_MISSING,
            TopologyCode.QUOTES_KEPT,
            TopologyCode.LISTENS_TO_CONTAINER,
            TopologyCode.FILE_UNREADABLE,
            TopologyCode.ROOT_READ_ONLY,
            TopologyCode.CAPABILITY_NEEDED,
            TopologyCode.HEALTH_AT_LOCALHOST,
            TopologyCode.KERNEL_SETTING_MISSING,
            TopologyCode.MEMORY_SETTING,
            TopologyCode.PROXY_LABELS,
            TopologyCode.RULE_SYNTAX,
            TopologyCode.PUBLIC_ADDRESS,
            TopologyCode.LOGIN_IGNORED);

    private static final Set<TopologyCode> WIRING = of(
            TopologyCode.NAME_TWICE,
            TopologyCode.ADDRESS_TWICE,
            TopologyCode.PATH_TWICE,
            TopologyCode.UNKNOWN_REFERENCE,
            TopologyCode.OTHER_SERVER,
            TopologyCode.NEED_WITHOUT_LINK,
            TopologyCode.PLANNED_REFERENCE,
            TopologyCode.PORT_TWICE,
            TopologyCode.INTERNAL_PUBLISHED,
            TopologyCode.BOUND_ELSEWHERE,
            TopologyCode.SUBNETS_OVERLAP,
            TopologyCode.SUBNET_HOLDS_SERVER,
            TopologyCode.SUBNET_UNUSABLE,
            TopologyCode.SUBNET_PUBLIC,
            TopologyCode.NETWORK_TOO_SMALL,
            TopologyCode.LINK_WITHOUT_TWO,
            TopologyCode.PERMIT_OFF_LINK,
            TopologyCode.PERMIT_PORT,
            TopologyCode.NEED_WITHOUT_NETWORK,
            TopologyCode.ALIAS_TWICE,
            TopologyCode.WIRED_TO_NOTHING,
            TopologyCode.LINK_PORT_TWICE,
            TopologyCode.LINK_ALONE,
            TopologyCode.WIRED_TO_ITSELF,
            TopologyCode.ROUTE_WITHOUT_NETWORK,
            TopologyCode.ROUTE_TWICE,
            TopologyCode.HOST_ON_TWO_SERVERS,
            TopologyCode.NOT_A_PROXY,
            TopologyCode.HOST_OUTSIDE_ZONES,
            TopologyCode.ROUTE_PORT,
            TopologyCode.PROXY_UNREACHABLE,
            TopologyCode.ISSUER_ADDRESS,
            TopologyCode.RECORDS_CONTRADICT,
            TopologyCode.RECORD_ELSEWHERE,
            TopologyCode.PUBLIC_ADDRESS,
            TopologyCode.LIST_ADMITS_NOBODY,
            TopologyCode.ADDRESSES_EMPTY);

    private PackChecks() {}

    static Set<TopologyCode> of(RulePack pack) {
        return switch (pack) {
            case LEAST_EXPOSURE -> LEAST_EXPOSURE;
            case SECRETS -> SECRETS;
            case BACKUPS -> BACKUPS;
            case CAPACITY -> CAPACITY;
            case AVAILABILITY -> AVAILABILITY;
            case UPKEEP -> UPKEEP;
            case COMPATIBILITY -> COMPATIBILITY;
            case WIRING -> WIRING;
        };
    }

    /** In the order of the codes. */
    private static Set<TopologyCode> of(TopologyCode... codes) {
        return Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(codes)));
    }
}

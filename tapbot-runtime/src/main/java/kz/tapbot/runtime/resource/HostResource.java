package kz.tapbot.runtime.resource;

/** Something of the server itself. */
public sealed interface HostResource extends Resource
        permits PackageResource,
                FileResource,
                DirectoryResource,
                UserResource,
                SudoResource,
                FirewallResource,
                SshdResource,
                JailResource,
                SysctlResource,
                SwapResource,
                TimeZoneResource,
                UnitResource,
                LinkKeyResource,
                LinkResource {}

package kz.tapbot.runtime.resource;

/** Something of the container engine on the server. */
public sealed interface EngineResource extends Resource
        permits DaemonResource, NetworkResource, VolumeResource, ContainerResource, ProvisionResource {}

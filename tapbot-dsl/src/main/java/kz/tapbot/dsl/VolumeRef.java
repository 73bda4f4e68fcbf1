package kz.tapbot.dsl;

import kz.tapbot.model.name.VolumeId;

/** A declared volume of a server. */
public interface VolumeRef extends Handle {

    /** What the model refers to it by. */
    VolumeId id();
}

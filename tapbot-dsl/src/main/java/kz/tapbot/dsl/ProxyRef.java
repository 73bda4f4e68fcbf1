package kz.tapbot.dsl;

/** A declared service that passes requests on to others. Typed proxies implement it; see {@link Completion#routes}. */
public interface ProxyRef extends ServiceRef {}

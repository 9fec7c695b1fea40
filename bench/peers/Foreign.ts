// A value of a library whose types are not installed.
// biome-ignore lint/suspicious/noExplicitAny: there is nothing to say of it
export type Foreign = any;

// The hashes by which a recording's page allows its own script and style, and nothing else: SHA-256 as base64.

/** The hash of PAGE_SCRIPT. */
export const SCRIPT_HASH = 'sha256-jjbiFavd6WHQWkhZmPg4unQezYdhOF29Btv/0uu3NfA=';

/** The hash of PAGE_STYLE. */
export const STYLE_HASH = 'sha256-WfwNnJyp9nn5Ph48Z1BUX5Z1/mtJGMIWkrSY3t+UE7U=';

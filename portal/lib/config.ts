import "server-only";

/** Where the gateway listens; read at run time, so that one build serves any address. */
export const apiOrigin = () => process.env["API_ORIGIN"] ?? "http://127.0.0.1:4000";

/** Whether this hub carries the demo coalition and offers its sign-ins to visitors. */
export const isDemo = () => process.env["DEMO"] === "1";

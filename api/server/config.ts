import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));

export type Config = {
  /** A PostgreSQL of your own; null: the embedded one in `dataDirectory`. */
  databaseUrl: string | null;
  dataDirectory: string;
  /** Where the gateway listens. */
  port: number;
  /** Where the portal listens. */
  portalPort: number;
};

/** The only reader of the environment. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    databaseUrl: env["DATABASE_URL"] || null,
    dataDirectory: env["DATA_DIRECTORY"] || join(project, ".data"),
    port: portIn(env, "PORT", 4000),
    portalPort: portIn(env, "PORTAL_PORT", 3000),
  };
}

function portIn(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${name} must be a port, not "${text}".`);
  return port;
}

import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const projectRoot = fileURLToPath(new URL("..", import.meta.url));

const config: NextConfig = {
  turbopack: {
    root: projectRoot,
    // What next-intl's plugin would set; the plugin looks from the working directory, which is not the portal's.
    resolveAlias: { "next-intl/config": "./i18n/request.ts" },
  },
  outputFileTracingRoot: projectRoot,
  // Types are proved by the checks; whoever starts the hub need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // They load fonts and native parts of their own and must stay ordinary Node modules.
  serverExternalPackages: ["echarts", "bwip-js"],
};

export default config;

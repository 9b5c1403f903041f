import { createNavigation } from "next-intl/navigation";
import { routing } from "#portal/i18n/routing.ts";

export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);

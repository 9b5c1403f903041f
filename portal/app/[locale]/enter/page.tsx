import { getLocale } from "next-intl/server";
import { redirect } from "#portal/i18n/navigation.ts";
import { readViewer, shellPath } from "#portal/lib/viewer.ts";

/** Where one lands after signing in: the shell of whatever one acts as. */
export default async function Enter() {
  const { viewer } = await readViewer();
  return redirect({ href: viewer ? shellPath(viewer) : "/sign-in", locale: await getLocale() });
}

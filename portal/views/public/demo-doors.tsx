"use client";

import { ArrowRight, IdCard, Landmark, type LucideIcon, Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import type { DemoPerson } from "#portal/lib/demo.ts";
import { signInWithPassword } from "#portal/lib/sign-in.ts";
import { classes } from "#portal/ui/classes.ts";

const doors = [
  { shell: "member", icon: IdCard, title: "memberTitle", text: "memberText" },
  { shell: "partner", icon: Store, title: "partnerTitle", text: "partnerText" },
  { shell: "operator", icon: Landmark, title: "operatorTitle", text: "operatorText" },
] as const satisfies { shell: DemoPerson["shell"]; icon: LucideIcon; title: string; text: string }[];

export type DemoDoor = DemoPerson & { roleName: string };

/** Three ways into the demo coalition, one click each. */
export function DemoDoors({ people, password }: { people: DemoDoor[]; password: string }) {
  const t = useTranslations("landing");
  const router = useRouter();
  const [entering, setEntering] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  const enter = async (person: DemoPerson) => {
    setEntering(person.email);
    setFailed(false);
    if ((await signInWithPassword(person.email, password)) === "signedIn") return router.push("/enter");
    setFailed(true);
    setEntering(null);
  };

  return (
    <>
      <div className="grid gap-4 md:grid-cols-3">
        {doors.map(({ shell, icon: Icon, title, text }) => (
          <div key={shell} className="panel flex flex-col p-6">
            <Icon className="size-6 text-accent" strokeWidth={1.75} aria-hidden="true" />
            <h3 className="mt-4 font-semibold text-lg">{t(title)}</h3>
            <p className="mt-1 mb-5 text-ink-soft">{t(text)}</p>
            <ul className="mt-auto grid gap-2">
              {people
                .filter((person) => person.shell === shell)
                .map((person) => (
                  <li key={person.email}>
                    <button
                      type="button"
                      disabled={entering !== null}
                      onClick={() => enter(person)}
                      className={classes(
                        "group flex w-full items-center gap-3 rounded-lg border border-line px-3.5 py-2.5 text-left transition-colors",
                        "hover:border-accent hover:bg-accent-soft",
                        entering === person.email && "animate-pulse border-accent",
                      )}
                    >
                      <span className="grow">
                        <span className="block font-medium">{person.name}</span>
                        <span className="block text-ink-faint text-sm">{person.roleName}</span>
                      </span>
                      <ArrowRight
                        className="size-4 text-ink-faint transition-transform group-hover:translate-x-0.5"
                        aria-hidden="true"
                      />
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
      <p role="alert" className="mt-4 text-bad">
        {failed ? t("demoFailed") : ""}
      </p>
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { Modal } from "#portal/ui/dialog.tsx";
import { openPalette } from "#portal/ui/shell/palette.tsx";
import { type Shell, sections } from "#portal/ui/shell/sections.ts";
import { isTyping } from "#portal/ui/shell/typing.ts";

const SEQUENCE_MS = 1_200;

/** `/` searches, `g` then a letter goes to a section, `?` shows all of this. */
export function Shortcuts({ shell }: { shell: Shell }) {
  const t = useTranslations("shortcuts");
  const names = useTranslations("sections");
  const router = useRouter();
  const [help, setHelp] = useState(false);
  const goingSince = useRef(0);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const going = Date.now() - goingSince.current < SEQUENCE_MS;
      goingSince.current = 0;
      if (going) {
        const section = sections[shell].find(({ letter }) => letter === event.key);
        if (section) router.push(section.href);
      } else if (event.key === "g") {
        goingSince.current = Date.now();
      } else if (event.key === "?") {
        setHelp(true);
      } else if (event.key === "/") {
        event.preventDefault();
        const field = document.querySelector<HTMLInputElement>("[data-search]");
        if (field) field.focus();
        else openPalette();
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [router, shell]);

  const rows: [string, string][] = [
    ["/", t("search")],
    ["Ctrl K", t("palette")],
    ...sections[shell].map(({ letter, name }): [string, string] => [`g ${letter}`, names(name)]),
    ["j  k", t("rows")],
    ["Enter", t("open")],
    ["?", t("help")],
  ];
  return (
    <Modal open={help} onOpenChange={setHelp} title={t("title")}>
      <dl className="mt-4 grid gap-2.5">
        {rows.map(([keys, deed]) => (
          <div key={keys} className="flex items-center justify-between gap-4">
            <dt>{deed}</dt>
            <dd className="flex gap-1">
              {keys.split(/\s+/).map((key) => (
                <kbd
                  key={key}
                  className="min-w-7 rounded-md border border-line bg-sunken px-2 py-0.5 text-center font-sans text-sm"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

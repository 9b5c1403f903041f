"use client";

import { useEffect, useRef } from "react";
import { isTyping } from "#portal/ui/shell/typing.ts";

/** `j` and `k` move through the rows of the table, Enter opens the current one. */
export function useRowKeys(open: (index: number) => void) {
  const body = useRef<HTMLTableSectionElement>(null);
  const latest = useRef(open);
  latest.current = open;

  useEffect(() => {
    let current = -1;
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || !["j", "k", "Enter"].includes(event.key)) return;
      const rows = [...(body.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      if (rows.length === 0) return;
      if (event.key === "Enter") {
        if (current >= 0 && document.activeElement === document.body) latest.current(current);
        return;
      }
      rows[current]?.removeAttribute("data-current");
      current = Math.max(0, Math.min(rows.length - 1, current + (event.key === "j" ? 1 : -1)));
      rows[current]?.setAttribute("data-current", "");
      rows[current]?.scrollIntoView({ block: "nearest" });
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  return body;
}

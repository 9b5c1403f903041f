"use client";

import { useState } from "react";
import { useDeed } from "#portal/lib/deeds.ts";
import { Button } from "#portal/ui/button.tsx";
import { startChannelLink } from "#schema/documents.ts";

type Words = { start: string; open: string; send: string; failed: string };
type Started = { linkCode: string; botUrl: string | null };

/** Gets a code that works once, and leads to the chat where it is shown. */
export function TelegramLink({ words }: { words: Words }) {
  const { run, working } = useDeed(startChannelLink);
  const [started, setStarted] = useState<Started | "failed" | null>(null);
  const start = async () => {
    const answer = await run({ input: { channel: "TELEGRAM" } });
    setStarted(answer.kind === "done" ? (answer.success as Started) : "failed");
  };
  if (started === "failed") return <p className="text-bad">{words.failed}</p>;
  if (!started) {
    return (
      <Button look="secondary" onClick={start} disabled={working}>
        {words.start}
      </Button>
    );
  }
  return (
    <p aria-live="polite" className="text-sm">
      {started.botUrl ? (
        <a href={started.botUrl} className="font-medium text-accent hover:underline" rel="noreferrer" target="_blank">
          {words.open}
        </a>
      ) : (
        words.send
      )}
      <code className="mt-1 block select-all [overflow-wrap:anywhere]">/start {started.linkCode}</code>
    </p>
  );
}

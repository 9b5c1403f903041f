"use client";

import { Share2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "#portal/ui/button.tsx";

/** Hands a text to whatever the device shares with; where it cannot, copies it. */
export function ShareButton({ text, children, copied }: { text: string; children: ReactNode; copied: ReactNode }) {
  const [isCopied, setCopied] = useState(false);
  const share = async () => {
    try {
      if (navigator.share) return await navigator.share({ text });
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The person thought better of it.
    }
  };
  return (
    <Button look="primary" onClick={share}>
      <Share2 className="size-4" aria-hidden="true" />
      {isCopied ? copied : children}
    </Button>
  );
}

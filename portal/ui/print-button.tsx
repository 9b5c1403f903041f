"use client";

import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#portal/ui/button.tsx";

export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button onClick={() => window.print()}>
      <Printer className="size-4" aria-hidden="true" />
      {children}
    </Button>
  );
}

"use client";

import dynamic from "next/dynamic";

/** Nothing is announced before somebody has done something, so this comes after the page. */
const Toaster = dynamic(() => import("sonner").then((module) => module.Toaster), { ssr: false });

export function Toasts() {
  return <Toaster position="bottom-right" toastOptions={{ className: "!panel !text-ink" }} />;
}

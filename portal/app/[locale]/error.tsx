"use client";

export { Failure as default } from "#portal/ui/failure.tsx";

"use client";

import { Failure } from "#portal/ui/failure.tsx";

export default Failure;

-- Why: the tables, indexes and enums of prisma/schema.
-- Undo: drop schema public cascade. Nothing came before.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "partner_status" AS ENUM ('ONBOARDING', 'ACTIVE', 'ISSUE_BLOCKED', 'SUSPENDED', 'DEFAULTED', 'CLOSED');

-- CreateEnum
CREATE TYPE "terminal_status" AS ENUM ('ACTIVE', 'BLOCKED');

-- CreateEnum
CREATE TYPE "funding_model" AS ENUM ('ON_BURN', 'ON_ISSUE');

-- CreateEnum
CREATE TYPE "on_us_policy" AS ENUM ('FULL', 'MARGIN_FREE');

-- CreateEnum
CREATE TYPE "approval_state" AS ENUM ('WAITING', 'APPROVED', 'REFUSED');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('OPERATOR_CLERK', 'OPERATOR_FINANCE', 'OPERATOR_RISK', 'OPERATOR_ADMIN', 'OPERATOR_AUDITOR', 'PARTNER_OWNER', 'PARTNER_MANAGER', 'PARTNER_FINANCE', 'PARTNER_CASHIER', 'PARTNER_ANALYST');

-- CreateEnum
CREATE TYPE "account_kind" AS ENUM ('ISSUED', 'PENDING', 'AVAIL', 'RESERVED', 'REDEEMED', 'EXPIRED', 'CLAWBACK', 'DEBT', 'BANK_SETTLEMENT', 'BANK_COLLATERAL', 'IN_TRANSIT', 'POSITION', 'DUE', 'DEFAULTED', 'FUND', 'COLLATERAL', 'LOSS_POOL', 'UNAPPLIED', 'DISPUTE_HOLD', 'MARGIN', 'FEES', 'BREAKAGE', 'OP_POINTS_COST', 'DEFAULT_LOSS', 'BANK_CHARGES');

-- CreateEnum
CREATE TYPE "burn_state" AS ENUM ('RESERVED', 'CAPTURED', 'RELEASED');

-- CreateEnum
CREATE TYPE "member_status" AS ENUM ('ACTIVE', 'BLOCKED', 'MERGED', 'CLOSED');

-- CreateEnum
CREATE TYPE "identifier_kind" AS ENUM ('CARD', 'PHONE', 'EMAIL', 'PARTNER_NUMBER');

-- CreateEnum
CREATE TYPE "card_form" AS ENUM ('PHYSICAL', 'ELECTRONIC');

-- CreateEnum
CREATE TYPE "card_status" AS ENUM ('ACTIVE', 'BLOCKED', 'REPLACED');

-- CreateEnum
CREATE TYPE "cycle_state" AS ENUM ('OPEN', 'CLOSING', 'NETTED', 'IN_REVIEW', 'APPROVED', 'SETTLING', 'SETTLED', 'SETTLED_WITH_DEFAULT');

-- CreateEnum
CREATE TYPE "obligation_direction" AS ENUM ('PAY_IN', 'PAY_OUT', 'NIL');

-- CreateEnum
CREATE TYPE "obligation_state" AS ENUM ('DRAFT', 'SUPERSEDED', 'CONFIRMED', 'NIL', 'DUE', 'PARTIAL', 'OVERDUE', 'SETTLED', 'DEFAULTED', 'COVERED', 'RECOVERED', 'ON_HOLD');

-- CreateEnum
CREATE TYPE "dispute_state" AS ENUM ('OPEN', 'RESPONDED', 'ARBITRATION', 'RESOLVED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "programme" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "points_name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "minor_digits" INTEGER NOT NULL DEFAULT 2,
    "time_zone" TEXT NOT NULL,
    "point_value_e6" BIGINT NOT NULL,
    "points_validity_months" INTEGER,
    "grace_days" INTEGER NOT NULL DEFAULT 30,
    "reservation_seconds" INTEGER NOT NULL DEFAULT 900,
    "breakage_operator_bps" INTEGER NOT NULL DEFAULT 6000,
    "operator_first_loss_e6" BIGINT NOT NULL DEFAULT 0,
    "cycle_calendar" TEXT NOT NULL DEFAULT 'MONTHLY',
    "due_days" INTEGER NOT NULL DEFAULT 3,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "is_operator" BOOLEAN NOT NULL DEFAULT false,
    "may_issue" BOOLEAN NOT NULL DEFAULT true,
    "may_redeem" BOOLEAN NOT NULL DEFAULT true,
    "status" "partner_status" NOT NULL DEFAULT 'ONBOARDING',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_entity" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tax_number" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "iban" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legal_entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terminal" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "status" "terminal_status" NOT NULL DEFAULT 'ACTIVE',
    "last_seen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "terminal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "funding" "funding_model" NOT NULL,
    "issue_rate_e6" BIGINT NOT NULL,
    "redeem_rate_e6" BIGINT NOT NULL,
    "on_us_policy" "on_us_policy" NOT NULL DEFAULT 'FULL',
    "earn_bps" INTEGER NOT NULL,
    "pending_days" INTEGER NOT NULL DEFAULT 0,
    "redeem_share_max_bps" INTEGER NOT NULL DEFAULT 10000,
    "breakage_operator_bps" INTEGER,
    "fee_per_cycle_e6" BIGINT NOT NULL DEFAULT 0,
    "exposure_limit_e6" BIGINT,
    "takes_foreign_returns" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "terminal_id" TEXT,
    "name" TEXT NOT NULL,
    "secret_hmac" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_key" (
    "owner" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_key_pkey" PRIMARY KEY ("owner","key")
);

-- CreateTable
CREATE TABLE "transition" (
    "id" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "approval_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "approval_state" NOT NULL DEFAULT 'WAITING',
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "two_factor_enabled" BOOLEAN DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "partner_id" TEXT,
    "roles" "staff_role"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deed" (
    "id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "business_key" TEXT,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" TEXT NOT NULL,
    "ord" BIGSERIAL NOT NULL,
    "deed_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "cycle_id" TEXT NOT NULL,
    "origin_cycle_id" TEXT NOT NULL,
    "reverses_entry_id" TEXT,
    "partner_id" TEXT,
    "member_id" TEXT,
    "location_id" TEXT,
    "terminal_id" TEXT,
    "purchase_id" TEXT,
    "burn_id" TEXT,
    "dispute_id" TEXT,
    "reason" TEXT,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "line" (
    "entry_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "account" "account_kind" NOT NULL,
    "owner_id" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "lot_id" TEXT,
    "section" TEXT,
    "cycle_id" TEXT NOT NULL,

    CONSTRAINT "line_pkey" PRIMARY KEY ("entry_id","seq")
);

-- CreateTable
CREATE TABLE "wallet" (
    "member_id" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "pending" BIGINT NOT NULL DEFAULT 0,
    "available" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "debt" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "wallet_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "wallet_change" (
    "member_id" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "pending" BIGINT NOT NULL,
    "available" BIGINT NOT NULL,
    "reserved" BIGINT NOT NULL,
    "debt" BIGINT NOT NULL,
    "available_after" BIGINT NOT NULL,
    "pending_after" BIGINT NOT NULL,

    CONSTRAINT "wallet_change_pkey" PRIMARY KEY ("member_id","version")
);

-- CreateTable
CREATE TABLE "lot" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "original" BIGINT NOT NULL,
    "pending" BIGINT NOT NULL DEFAULT 0,
    "available" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "expired" BIGINT NOT NULL DEFAULT 0,
    "clawed_back" BIGINT NOT NULL DEFAULT 0,
    "issue_rate_e6" BIGINT NOT NULL,
    "funding" "funding_model" NOT NULL,
    "earned_at" TIMESTAMPTZ(3) NOT NULL,
    "matures_at" TIMESTAMPTZ(3),
    "available_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "parent_lot_id" TEXT,
    "root_lot_id" TEXT NOT NULL,
    "purchase_id" TEXT,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "burn" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "redeemer_id" TEXT NOT NULL,
    "location_id" TEXT,
    "terminal_id" TEXT,
    "purchase_id" TEXT,
    "deed_id" TEXT NOT NULL,
    "state" "burn_state" NOT NULL,
    "reserved" BIGINT NOT NULL,
    "captured" BIGINT NOT NULL DEFAULT 0,
    "redeem_rate_e6" BIGINT,
    "on_us_policy" "on_us_policy" NOT NULL DEFAULT 'FULL',
    "reserved_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "captured_at" TIMESTAMPTZ(3),
    "cycle_id" TEXT,

    CONSTRAINT "burn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "burn_slice" (
    "burn_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "lot_id" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "funding" "funding_model" NOT NULL,
    "issue_rate_e6" BIGINT NOT NULL,
    "pinned" BIGINT NOT NULL,
    "points" BIGINT NOT NULL DEFAULT 0,
    "restored" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "burn_slice_pkey" PRIMARY KEY ("burn_id","seq")
);

-- CreateTable
CREATE TABLE "member_debt" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "lot_id" TEXT NOT NULL,
    "rate_e6" BIGINT NOT NULL,
    "points" BIGINT NOT NULL,
    "recovered" BIGINT NOT NULL DEFAULT 0,
    "entry_id" TEXT NOT NULL,

    CONSTRAINT "member_debt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exposure" (
    "partner_id" TEXT NOT NULL,
    "position_e6" BIGINT NOT NULL DEFAULT 0,
    "due_e6" BIGINT NOT NULL DEFAULT 0,
    "outstanding_e6" BIGINT NOT NULL DEFAULT 0,
    "collateral_e6" BIGINT NOT NULL DEFAULT 0,
    "loss_pool_e6" BIGINT NOT NULL DEFAULT 0,
    "limit_e6" BIGINT,

    CONSTRAINT "exposure_pkey" PRIMARY KEY ("partner_id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL,
    "status" "member_status" NOT NULL DEFAULT 'ACTIVE',
    "merged_into_id" TEXT,
    "enrolled_at_partner_id" TEXT,
    "user_id" TEXT,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_profile" (
    "member_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "birth_date" DATE,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_profile_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "identifier" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" "identifier_kind" NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "form" "card_form" NOT NULL,
    "status" "card_status" NOT NULL DEFAULT 'ACTIVE',
    "replaced_by_id" TEXT,
    "blocked_reason" TEXT,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_at" TIMESTAMPTZ(3),

    CONSTRAINT "card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purchase" (
    "id" TEXT NOT NULL,
    "deed_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "location_id" TEXT,
    "terminal_id" TEXT,
    "member_id" TEXT NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "business_date" DATE NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "total_e6" BIGINT NOT NULL,
    "paid_e6" BIGINT NOT NULL,
    "points_earned" BIGINT NOT NULL,
    "points_spent" BIGINT NOT NULL,
    "lines" JSONB NOT NULL,
    "payments" JSONB NOT NULL,
    "explanation" JSONB NOT NULL,

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purchase_return" (
    "id" TEXT NOT NULL,
    "deed_id" TEXT NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "partner_id" TEXT NOT NULL,
    "terminal_id" TEXT,
    "receipt_number" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "amount_e6" BIGINT NOT NULL,
    "points_clawed" BIGINT NOT NULL,
    "points_restored" BIGINT NOT NULL,
    "lines" JSONB NOT NULL,

    CONSTRAINT "purchase_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "cutoff_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "cycle_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "closed_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" TEXT NOT NULL,
    "cycle_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "opening_e6" BIGINT NOT NULL,
    "gross_debit_e6" BIGINT NOT NULL,
    "gross_credit_e6" BIGINT NOT NULL,
    "net_e6" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "carried_e6" BIGINT NOT NULL,
    "direction" "obligation_direction" NOT NULL,
    "state" "obligation_state" NOT NULL,
    "due_on" DATE,
    "paid_e6" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" TEXT NOT NULL,
    "cycle_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    "position_e6" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_line" (
    "id" TEXT NOT NULL,
    "bank_account" TEXT NOT NULL,
    "booked_on" DATE NOT NULL,
    "amount_e6" BIGINT NOT NULL,
    "end_to_end_id" TEXT,
    "bank_ref" TEXT NOT NULL,
    "remittance" TEXT,
    "entry_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" TEXT NOT NULL,
    "burn_id" TEXT NOT NULL,
    "claimant_id" TEXT NOT NULL,
    "respondent_id" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "points" BIGINT NOT NULL,
    "held_e6" BIGINT NOT NULL,
    "upheld_points" BIGINT,
    "state" "dispute_state" NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "partner_code_key" ON "partner"("code");

-- CreateIndex
CREATE UNIQUE INDEX "legal_entity_partner_id_tax_number_key" ON "legal_entity"("partner_id", "tax_number");

-- CreateIndex
CREATE UNIQUE INDEX "location_partner_id_code_key" ON "location"("partner_id", "code");

-- CreateIndex
CREATE INDEX "terminal_location_id_idx" ON "terminal"("location_id");

-- CreateIndex
CREATE UNIQUE INDEX "terminal_partner_id_code_key" ON "terminal"("partner_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "contract_partner_id_version_key" ON "contract"("partner_id", "version");

-- CreateIndex
CREATE INDEX "api_key_partner_id_idx" ON "api_key"("partner_id");

-- CreateIndex
CREATE INDEX "transition_object_id_at_idx" ON "transition"("object_id", "at");

-- CreateIndex
CREATE INDEX "approval_state_requested_at_idx" ON "approval"("state", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_account_user_id_idx" ON "sign_in_account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "two_factor_user_id_idx" ON "two_factor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_user_id_partner_id_key" ON "staff"("user_id", "partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "deed_owner_key_key" ON "deed"("owner", "key");

-- CreateIndex
CREATE UNIQUE INDEX "deed_owner_business_key_key" ON "deed"("owner", "business_key");

-- CreateIndex
CREATE UNIQUE INDEX "entry_ord_key" ON "entry"("ord");

-- CreateIndex
CREATE INDEX "entry_deed_id_idx" ON "entry"("deed_id");

-- CreateIndex
CREATE INDEX "entry_partner_id_ord_idx" ON "entry"("partner_id", "ord" DESC);

-- CreateIndex
CREATE INDEX "entry_cycle_id_ord_idx" ON "entry"("cycle_id", "ord");

-- CreateIndex
CREATE INDEX "entry_purchase_id_idx" ON "entry"("purchase_id");

-- CreateIndex
CREATE INDEX "entry_burn_id_idx" ON "entry"("burn_id");

-- CreateIndex
CREATE INDEX "line_account_owner_id_cycle_id_idx" ON "line"("account", "owner_id", "cycle_id");

-- CreateIndex
CREATE INDEX "line_lot_id_idx" ON "line"("lot_id");

-- CreateIndex
CREATE INDEX "wallet_change_entry_id_idx" ON "wallet_change"("entry_id");

-- CreateIndex
CREATE INDEX "lot_member_id_expires_at_available_at_id_idx" ON "lot"("member_id", "expires_at", "available_at", "id");

-- CreateIndex
CREATE INDEX "lot_purchase_id_idx" ON "lot"("purchase_id");

-- CreateIndex
CREATE INDEX "lot_root_lot_id_idx" ON "lot"("root_lot_id");

-- CreateIndex
CREATE INDEX "burn_deed_id_idx" ON "burn"("deed_id");

-- CreateIndex
CREATE INDEX "burn_purchase_id_idx" ON "burn"("purchase_id");

-- CreateIndex
CREATE INDEX "burn_redeemer_id_reserved_at_idx" ON "burn"("redeemer_id", "reserved_at");

-- CreateIndex
CREATE INDEX "burn_slice_lot_id_idx" ON "burn_slice"("lot_id");

-- CreateIndex
CREATE INDEX "member_debt_member_id_idx" ON "member_debt"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_user_id_key" ON "member"("user_id");

-- CreateIndex
CREATE INDEX "member_merged_into_id_idx" ON "member"("merged_into_id");

-- CreateIndex
CREATE INDEX "member_enrolled_at_partner_id_id_idx" ON "member"("enrolled_at_partner_id", "id");

-- CreateIndex
CREATE INDEX "identifier_member_id_idx" ON "identifier"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "identifier_kind_scope_value_key" ON "identifier"("kind", "scope", "value");

-- CreateIndex
CREATE UNIQUE INDEX "card_number_key" ON "card"("number");

-- CreateIndex
CREATE INDEX "card_member_id_idx" ON "card"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_deed_id_key" ON "purchase"("deed_id");

-- CreateIndex
CREATE INDEX "purchase_partner_id_occurred_at_idx" ON "purchase"("partner_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "purchase_member_id_occurred_at_idx" ON "purchase"("member_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "purchase_partner_id_receipt_number_idx" ON "purchase"("partner_id", "receipt_number");

-- CreateIndex
CREATE INDEX "purchase_partner_id_member_id_idx" ON "purchase"("partner_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_return_deed_id_key" ON "purchase_return"("deed_id");

-- CreateIndex
CREATE INDEX "purchase_return_partner_id_occurred_at_idx" ON "purchase_return"("partner_id", "occurred_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "purchase_return_purchase_id_seq_key" ON "purchase_return"("purchase_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_seq_key" ON "cycle"("seq");

-- CreateIndex
CREATE INDEX "obligation_partner_id_cycle_id_idx" ON "obligation"("partner_id", "cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_cycle_id_partner_id_version_key" ON "obligation"("cycle_id", "partner_id", "version");

-- CreateIndex
CREATE INDEX "statement_partner_id_published_at_idx" ON "statement"("partner_id", "published_at");

-- CreateIndex
CREATE UNIQUE INDEX "statement_cycle_id_partner_id_version_key" ON "statement"("cycle_id", "partner_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "bank_line_bank_ref_key" ON "bank_line"("bank_ref");

-- CreateIndex
CREATE INDEX "dispute_burn_id_idx" ON "dispute"("burn_id");

-- AddForeignKey
ALTER TABLE "legal_entity" ADD CONSTRAINT "legal_entity_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terminal" ADD CONSTRAINT "terminal_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terminal" ADD CONSTRAINT "terminal_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_account" ADD CONSTRAINT "sign_in_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "burn_slice" ADD CONSTRAINT "burn_slice_burn_id_fkey" FOREIGN KEY ("burn_id") REFERENCES "burn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_profile" ADD CONSTRAINT "member_profile_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identifier" ADD CONSTRAINT "identifier_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "purchase_return" ADD CONSTRAINT "purchase_return_purchase_id_fkey" FOREIGN KEY ("purchase_id") REFERENCES "purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

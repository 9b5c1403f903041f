-- Why: the tables, indexes and enums of prisma/schema.
-- Undo: drop schema public cascade. Nothing came before.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "campaign_state" AS ENUM ('DRAFT', 'IN_REVIEW', 'SCHEDULED', 'LIVE', 'PAUSED', 'ENDED');

-- CreateEnum
CREATE TYPE "simulation_state" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "challenge_state" AS ENUM ('DRAFT', 'IN_REVIEW', 'LIVE', 'PAUSED', 'ENDED');

-- CreateEnum
CREATE TYPE "challenge_award_state" AS ENUM ('AWARDED', 'TAKEN_BACK');

-- CreateEnum
CREATE TYPE "default_lots_rule" AS ENUM ('HONOUR', 'HAIRCUT', 'BLOCK_LOTS');

-- CreateEnum
CREATE TYPE "partner_status" AS ENUM ('ONBOARDING', 'ACTIVE', 'ISSUE_BLOCKED', 'SUSPENDED', 'DEFAULTED', 'CLOSED');

-- CreateEnum
CREATE TYPE "terminal_status" AS ENUM ('ACTIVE', 'BLOCKED');

-- CreateEnum
CREATE TYPE "funding_model" AS ENUM ('ON_BURN', 'ON_ISSUE', 'SPLIT', 'PREPAID');

-- CreateEnum
CREATE TYPE "on_us_policy" AS ENUM ('FULL', 'MARGIN_FREE');

-- CreateEnum
CREATE TYPE "approval_state" AS ENUM ('WAITING', 'APPROVED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "bank_account_purpose" AS ENUM ('PAYOUT', 'SETTLEMENT', 'COLLATERAL');

-- CreateEnum
CREATE TYPE "bank_account_state" AS ENUM ('PROPOSED', 'ACTIVE', 'SUPERSEDED', 'REFUSED');

-- CreateEnum
CREATE TYPE "partner_exit_state" AS ENUM ('NOTICE', 'RUN_OFF', 'RELEASED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "lot_run_kind" AS ENUM ('HONOUR', 'HAIRCUT', 'BLOCK_LOTS', 'UNBLOCK_LOTS', 'RUN_OFF');

-- CreateEnum
CREATE TYPE "lot_run_state" AS ENUM ('RUNNING', 'DONE');

-- CreateEnum
CREATE TYPE "tax_basis" AS ENUM ('INCLUDED', 'ON_TOP');

-- CreateEnum
CREATE TYPE "referral_state" AS ENUM ('INVITED', 'JOINED', 'REWARDED', 'TAKEN_BACK', 'REFUSED');

-- CreateEnum
CREATE TYPE "referral_fraud" AS ENUM ('SAME_PERSON', 'SAME_DEVICE', 'RING', 'TOO_MANY', 'NOT_NEW');

-- CreateEnum
CREATE TYPE "spend_cause" AS ENUM ('MANY_POINTS', 'NEW_PLACE');

-- CreateEnum
CREATE TYPE "spend_request_state" AS ENUM ('WAITING', 'APPROVED', 'REFUSED', 'LAPSED');

-- CreateEnum
CREATE TYPE "pool_kind" AS ENUM ('HOUSEHOLD', 'CLUB');

-- CreateEnum
CREATE TYPE "pool_leaving" AS ENUM ('STAYS', 'RETURNS');

-- CreateEnum
CREATE TYPE "pool_state" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "pool_role" AS ENUM ('OWNER', 'MEMBER');

-- CreateEnum
CREATE TYPE "pool_member_state" AS ENUM ('INVITED', 'JOINED', 'DECLINED', 'LEFT');

-- CreateEnum
CREATE TYPE "claim_kind" AS ENUM ('MISSING', 'WRONG');

-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('WAITING', 'OVERDUE', 'CONFIRMED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "offering_state" AS ENUM ('DRAFT', 'ACTIVE', 'PAUSED', 'ENDED');

-- CreateEnum
CREATE TYPE "coupon_kind" AS ENUM ('SINGLE_USE', 'PROMO_CODE');

-- CreateEnum
CREATE TYPE "coupon_run_kind" AS ENUM ('GENERATE', 'IMPORT');

-- CreateEnum
CREATE TYPE "coupon_run_state" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "offer_audience" AS ENUM ('SEGMENT', 'TAG', 'MEMBERS');

-- CreateEnum
CREATE TYPE "compared_group" AS ENUM ('TREATED', 'CONTROL');

-- CreateEnum
CREATE TYPE "draw_state" AS ENUM ('DRAFT', 'IN_REVIEW', 'REVIEWED', 'OPEN', 'CLOSED', 'COMMITTED', 'DRAWN', 'PUBLISHED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('OPERATOR_CLERK', 'OPERATOR_FINANCE', 'OPERATOR_RISK', 'OPERATOR_ADMIN', 'OPERATOR_AUDITOR', 'PARTNER_OWNER', 'PARTNER_MANAGER', 'PARTNER_FINANCE', 'PARTNER_CASHIER', 'PARTNER_ANALYST');

-- CreateEnum
CREATE TYPE "account_kind" AS ENUM ('ISSUED', 'PENDING', 'AVAIL', 'RESERVED', 'REDEEMED', 'EXPIRED', 'CLAWBACK', 'DEBT', 'BANK_SETTLEMENT', 'BANK_COLLATERAL', 'IN_TRANSIT', 'POSITION', 'DUE', 'DEFAULTED', 'FUND', 'COLLATERAL', 'LOSS_POOL', 'UNAPPLIED', 'DISPUTE_HOLD', 'MARGIN', 'FEES', 'BREAKAGE', 'OP_POINTS_COST', 'OP_DISCOUNT_COST', 'DEFAULT_LOSS', 'BANK_CHARGES', 'UNEXPLAINED', 'TAX', 'PREPAID', 'WRITE_OFFS');

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
CREATE TYPE "template_state" AS ENUM ('IN_USE', 'RETIRED');

-- CreateEnum
CREATE TYPE "message_purpose" AS ENUM ('SERVICE', 'OFFERS', 'NEWS');

-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('INBOX', 'EMAIL', 'TELEGRAM', 'PUSH', 'SMS');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'WITHHELD');

-- CreateEnum
CREATE TYPE "consent_source" AS ENUM ('PORTAL', 'UNSUBSCRIBE_LINK', 'TELEGRAM', 'ENROLMENT');

-- CreateEnum
CREATE TYPE "deletion_request_state" AS ENUM ('OPEN', 'WITHDRAWN', 'DONE');

-- CreateEnum
CREATE TYPE "journey_state" AS ENUM ('DRAFT', 'IN_REVIEW', 'LIVE', 'PAUSED', 'STOPPED');

-- CreateEnum
CREATE TYPE "journey_run_state" AS ENUM ('RUNNING', 'FINISHED', 'STOPPED', 'FAILED');

-- CreateEnum
CREATE TYPE "step_outcome" AS ENUM ('DONE', 'NOT_MET');

-- CreateEnum
CREATE TYPE "export_format" AS ENUM ('CSV', 'XLSX', 'PDF', 'JSON');

-- CreateEnum
CREATE TYPE "export_job_state" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "member_event_state" AS ENUM ('DRAFT', 'OPEN', 'CANCELLED');

-- CreateEnum
CREATE TYPE "event_booking_state" AS ENUM ('ASKED', 'WAITING', 'BOOKED', 'REFUSED', 'CANCELLED', 'CHECKED_IN');

-- CreateEnum
CREATE TYPE "club_state" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "club_entry" AS ENUM ('INVITATION', 'CODE', 'RULE');

-- CreateEnum
CREATE TYPE "club_membership_state" AS ENUM ('INVITED', 'IN', 'LEFT');

-- CreateEnum
CREATE TYPE "plan_state" AS ENUM ('OFFERED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "plan_aftermath" AS ENUM ('KEEP', 'EXPIRE');

-- CreateEnum
CREATE TYPE "subscription_state" AS ENUM ('UNPAID', 'ACTIVE', 'ENDING', 'PAUSED', 'LAPSED', 'ENDED');

-- CreateEnum
CREATE TYPE "reward_state" AS ENUM ('DRAFT', 'OFFERED', 'WITHDRAWN', 'ENDED');

-- CreateEnum
CREATE TYPE "reward_order_state" AS ENUM ('ORDERED', 'ISSUED', 'COLLECTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "segment_state" AS ENUM ('ACTIVE', 'RETIRED');

-- CreateEnum
CREATE TYPE "segment_event_kind" AS ENUM ('ENTERED', 'LEFT');

-- CreateEnum
CREATE TYPE "segment_recount_state" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "cycle_state" AS ENUM ('OPEN', 'CLOSING', 'CORRECTING', 'NETTED', 'IN_REVIEW', 'APPROVED', 'SETTLING', 'SETTLED', 'SETTLED_WITH_DEFAULT');

-- CreateEnum
CREATE TYPE "obligation_direction" AS ENUM ('PAY_IN', 'PAY_OUT', 'NIL');

-- CreateEnum
CREATE TYPE "obligation_state" AS ENUM ('DRAFT', 'SUPERSEDED', 'CONFIRMED', 'NIL', 'DUE', 'PARTIAL', 'OVERDUE', 'SETTLED', 'DEFAULTED', 'COVERED', 'RECOVERED', 'ON_HOLD');

-- CreateEnum
CREATE TYPE "payment_kind" AS ENUM ('PAY_IN', 'PAY_OUT', 'RETURN');

-- CreateEnum
CREATE TYPE "payment_state" AS ENUM ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'EXPORTED', 'ACCEPTED', 'BOOKED', 'CANCELLED', 'REJECTED', 'RETURNED', 'EXPECTED', 'PARTIAL', 'PROVISIONAL', 'RECEIVED');

-- CreateEnum
CREATE TYPE "bank_file_kind" AS ENUM ('CAMT053', 'PAIN002');

-- CreateEnum
CREATE TYPE "partner_file_state" AS ENUM ('RECEIVED', 'QUEUED', 'COMPARING', 'COMPARED');

-- CreateEnum
CREATE TYPE "recon_source" AS ENUM ('BANK', 'PARTNER_FILE');

-- CreateEnum
CREATE TYPE "recon_state" AS ENUM ('NEW', 'MATCHED', 'SUGGESTED', 'BREAK', 'INVESTIGATING', 'RESOLVED', 'WRITTEN_OFF');

-- CreateEnum
CREATE TYPE "recon_kind" AS ENUM ('MISSING_IN_HUB', 'MISSING_IN_PARTNER', 'AMOUNT_DIFF', 'POINTS_DIFF', 'STATUS_DIFF', 'DUPLICATE', 'LATE', 'UNKNOWN_RECEIPT', 'MISSING_RECEIPT', 'SHORT_RECEIPT', 'BANK_FEE');

-- CreateEnum
CREATE TYPE "dispute_outcome" AS ENUM ('UPHELD', 'REJECTED', 'SPLIT', 'RETURNED');

-- CreateEnum
CREATE TYPE "dispute_state" AS ENUM ('OPEN', 'RESPONDED', 'ARBITRATION', 'RESOLVED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "velocity_kind" AS ENUM ('POINTS_EARNED', 'POINTS_REDEEMED', 'RECEIPTS', 'RETURNS_AFTER_REDEMPTION', 'POINTS_TRANSFERRED', 'FIRST_REDEMPTION_AFTER_ENROLMENT', 'EXCLUDED_PAIR');

-- CreateEnum
CREATE TYPE "velocity_subject" AS ENUM ('MEMBER', 'TERMINAL', 'LOCATION', 'PARTNER');

-- CreateEnum
CREATE TYPE "velocity_action" AS ENUM ('OPEN_CASE', 'OPEN_CASE_AND_BLOCK_MEMBER');

-- CreateEnum
CREATE TYPE "velocity_case_state" AS ENUM ('OPEN', 'TAKEN', 'CONFIRMED', 'DISMISSED');

-- CreateTable
CREATE TABLE "account_balance" (
    "account" "account_kind" NOT NULL,
    "owner_id" TEXT NOT NULL,
    "up_to" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "entries" BIGINT NOT NULL,

    CONSTRAINT "account_balance_pkey" PRIMARY KEY ("account","owner_id","up_to")
);

-- CreateTable
CREATE TABLE "ledger_piece" (
    "up_to" BIGINT NOT NULL,
    "first_posted" TIMESTAMPTZ(3) NOT NULL,
    "last_posted" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_piece_pkey" PRIMARY KEY ("up_to")
);

-- CreateTable
CREATE TABLE "turnover" (
    "cycle_id" TEXT NOT NULL,
    "origin_cycle_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "account" "account_kind" NOT NULL,
    "owner_id" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "funding" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "debit" BIGINT NOT NULL,
    "value_e6" BIGINT NOT NULL,
    "funded_e6" BIGINT NOT NULL,
    "paid_e6" BIGINT NOT NULL,
    "entries" BIGINT NOT NULL,
    "burns" BIGINT NOT NULL,

    CONSTRAINT "turnover_pkey" PRIMARY KEY ("cycle_id","account","owner_id","section","event","issuer_id","funding","origin_cycle_id")
);

-- CreateTable
CREATE TABLE "place_day" (
    "partner_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "entries" BIGINT NOT NULL,
    "issued" BIGINT NOT NULL,
    "redeemed" BIGINT NOT NULL,
    "position_e6" BIGINT NOT NULL,

    CONSTRAINT "place_day_pkey" PRIMARY KEY ("partner_id","day","location_id","event")
);

-- CreateTable
CREATE TABLE "turnover_reach" (
    "id" INTEGER NOT NULL,
    "up_to" BIGINT NOT NULL,

    CONSTRAINT "turnover_reach_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_version" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "campaign_state" NOT NULL DEFAULT 'DRAFT',
    "definition" JSONB NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "funder_ids" TEXT[],
    "needs_joining" BOOLEAN NOT NULL,
    "authors" TEXT[],
    "round" INTEGER NOT NULL DEFAULT 0,
    "paused_by" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compared_member" (
    "version_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "group" "compared_group" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "compared_member_pkey" PRIMARY KEY ("version_id","member_id")
);

-- CreateTable
CREATE TABLE "campaign_joining" (
    "version_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "joined_by" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_joining_pkey" PRIMARY KEY ("version_id","partner_id")
);

-- CreateTable
CREATE TABLE "campaign_policy" (
    "house" TEXT NOT NULL,
    "budget_required" BOOLEAN NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_policy_pkey" PRIMARY KEY ("house")
);

-- CreateTable
CREATE TABLE "campaign_simulation" (
    "id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "state" "simulation_state" NOT NULL DEFAULT 'QUEUED',
    "receipts_done" INTEGER NOT NULL DEFAULT 0,
    "receipts_total" INTEGER,
    "figures" JSONB,
    "error" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "progress_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_simulation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "simulation_count" (
    "simulation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" BIGINT NOT NULL,

    CONSTRAINT "simulation_count_pkey" PRIMARY KEY ("simulation_id","name")
);

-- CreateTable
CREATE TABLE "activity_kind" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "partner_id" TEXT,
    "name" JSONB NOT NULL,
    "by_hub" BOOLEAN NOT NULL DEFAULT false,
    "retired_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" TEXT NOT NULL,
    "kind_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "location_id" TEXT,
    "terminal_id" TEXT,
    "member_id" TEXT NOT NULL,
    "amount_e6" BIGINT NOT NULL,
    "reference" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "points" BIGINT,
    "explanation" JSONB,
    "reversed_at" TIMESTAMPTZ(3),
    "points_clawed" BIGINT,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenge" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT,
    "state" "challenge_state" NOT NULL DEFAULT 'DRAFT',
    "definition" JSONB NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "authors" TEXT[],
    "round" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenge_award" (
    "id" TEXT NOT NULL,
    "challenge_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "state" "challenge_award_state" NOT NULL,
    "points" BIGINT NOT NULL,
    "booked" BOOLEAN NOT NULL DEFAULT false,
    "awarded_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "challenge_award_pkey" PRIMARY KEY ("id")
);

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
    "review_days" INTEGER NOT NULL DEFAULT 0,
    "payment_grace_days" INTEGER NOT NULL DEFAULT 2,
    "pay_out_two_above_e6" BIGINT,
    "bank_details_cooling_days" INTEGER NOT NULL DEFAULT 3,
    "match_window_days" INTEGER NOT NULL DEFAULT 5,
    "recon_window_days" INTEGER NOT NULL DEFAULT 2,
    "direct_debit_return_days" INTEGER NOT NULL DEFAULT 10,
    "write_off_max_e6" BIGINT NOT NULL DEFAULT 1000000,
    "write_off_cycle_max_e6" BIGINT NOT NULL DEFAULT 10000000,
    "dispute_claim_days" INTEGER NOT NULL DEFAULT 90,
    "dispute_answer_days" INTEGER NOT NULL DEFAULT 14,
    "dispute_escalation_days" INTEGER NOT NULL DEFAULT 7,
    "dispute_decision_days" INTEGER NOT NULL DEFAULT 10,
    "default_lots_rule" "default_lots_rule" NOT NULL DEFAULT 'HONOUR',
    "haircut_bps" INTEGER NOT NULL DEFAULT 5000,
    "expected_redemption_bps" INTEGER NOT NULL DEFAULT 10000,
    "exit_notice_days" INTEGER NOT NULL DEFAULT 90,
    "exit_run_off_days" INTEGER NOT NULL DEFAULT 180,
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
    "funded_share_bps" INTEGER,
    "prepaid_alert_points" BIGINT,
    "prepaid_stop_points" BIGINT,
    "fee_per_cycle_e6" BIGINT NOT NULL DEFAULT 0,
    "fee_per_receipt_e6" BIGINT NOT NULL DEFAULT 0,
    "fee_bps" INTEGER NOT NULL DEFAULT 0,
    "collateral_required_e6" BIGINT,
    "exposure_alarm_bps" INTEGER NOT NULL DEFAULT 8000,
    "exposure_limit_e6" BIGINT,
    "takes_foreign_returns" BOOLEAN NOT NULL DEFAULT false,
    "names_counterparties" BOOLEAN NOT NULL DEFAULT false,
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
    "partner_id" TEXT,
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
CREATE TABLE "bank_account" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "purpose" "bank_account_purpose" NOT NULL,
    "holder" TEXT NOT NULL,
    "iban" TEXT NOT NULL,
    "bic" TEXT,
    "state" "bank_account_state" NOT NULL DEFAULT 'PROPOSED',
    "usable_from" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "proposed_by" TEXT NOT NULL,
    "approval_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "limit_override" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "limit_e6" BIGINT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "approval_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "limit_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_exit" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "state" "partner_exit_state" NOT NULL,
    "reason" TEXT NOT NULL,
    "given_by" TEXT NOT NULL,
    "notice_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "run_off_until" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "partner_exit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exposure_day" (
    "partner_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "position_e6" BIGINT NOT NULL,
    "due_e6" BIGINT NOT NULL,
    "outstanding_e6" BIGINT NOT NULL,
    "collateral_e6" BIGINT NOT NULL,
    "loss_pool_e6" BIGINT NOT NULL,
    "limit_e6" BIGINT,

    CONSTRAINT "exposure_day_pkey" PRIMARY KEY ("partner_id","day")
);

-- CreateTable
CREATE TABLE "default_layer" (
    "obligation_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "account" "account_kind" NOT NULL,
    "owner_id" TEXT NOT NULL,
    "available_e6" BIGINT,
    "used_e6" BIGINT NOT NULL,
    "recovered_e6" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "default_layer_pkey" PRIMARY KEY ("obligation_id","seq")
);

-- CreateTable
CREATE TABLE "lot_run" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "kind" "lot_run_kind" NOT NULL,
    "state" "lot_run_state" NOT NULL DEFAULT 'RUNNING',
    "haircut_bps" INTEGER,
    "lots_found" INTEGER NOT NULL,
    "members_found" INTEGER NOT NULL,
    "points_found" BIGINT NOT NULL,
    "lots_done" INTEGER NOT NULL DEFAULT 0,
    "members_done" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "approval_id" TEXT,
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "lot_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handled_lot" (
    "run_id" TEXT NOT NULL,
    "lot_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "is_open" BOOLEAN NOT NULL DEFAULT true,
    "done_at" TIMESTAMPTZ(3),
    "entry_ord" BIGINT,

    CONSTRAINT "handled_lot_pkey" PRIMARY KEY ("run_id","lot_id")
);

-- CreateTable
CREATE TABLE "tax_rule" (
    "id" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "partner_id" TEXT,
    "code" TEXT NOT NULL,
    "rate_bps" INTEGER NOT NULL,
    "basis" "tax_basis" NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tax_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_terms" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "minimum_e6" BIGINT NOT NULL,
    "advocate_points" BIGINT NOT NULL,
    "friend_points" BIGINT NOT NULL,
    "funder_id" TEXT,
    "month_most" INTEGER NOT NULL,
    "day_most" INTEGER NOT NULL,
    "join_days" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "approval_id" TEXT NOT NULL,

    CONSTRAINT "referral_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_code" (
    "member_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_code_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" TEXT NOT NULL,
    "advocate_id" TEXT NOT NULL,
    "friend_id" TEXT,
    "code" TEXT,
    "label" TEXT,
    "state" "referral_state" NOT NULL,
    "refused_for" "referral_fraud",
    "evidence" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_at" TIMESTAMPTZ(3),
    "terms_id" TEXT,
    "purchase_id" TEXT,
    "rewarded_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_device" (
    "member_id" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_device_pkey" PRIMARY KEY ("member_id","device")
);

-- CreateTable
CREATE TABLE "spend_guard" (
    "member_id" TEXT NOT NULL,
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "allowed_partner_ids" TEXT[],
    "day_most" BIGINT,
    "confirm_above" BIGINT,
    "confirm_new_places" BOOLEAN NOT NULL DEFAULT false,
    "needs_code" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spend_guard_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "spend_policy" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "needs_code" BOOLEAN NOT NULL,
    "confirm_above" BIGINT,
    "confirm_new_places" BOOLEAN NOT NULL,
    "gift_day_most" BIGINT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "approval_id" TEXT NOT NULL,

    CONSTRAINT "spend_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spend_request" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "location_id" TEXT,
    "terminal_id" TEXT,
    "points" BIGINT NOT NULL,
    "cause" "spend_cause" NOT NULL,
    "state" "spend_request_state" NOT NULL,
    "code" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "spend_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spend_misses" (
    "member_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "misses" INTEGER NOT NULL,

    CONSTRAINT "spend_misses_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "pool" (
    "id" TEXT NOT NULL,
    "kind" "pool_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "club_id" TEXT,
    "on_leaving" "pool_leaving" NOT NULL DEFAULT 'STAYS',
    "month_most" BIGINT,
    "state" "pool_state" NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_member" (
    "id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" "pool_kind" NOT NULL,
    "role" "pool_role" NOT NULL,
    "state" "pool_member_state" NOT NULL,
    "month_most" BIGINT,
    "invited_by" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "pool_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charity" (
    "partner_id" TEXT NOT NULL,
    "purpose" JSONB NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "charity_pkey" PRIMARY KEY ("partner_id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "kind" "claim_kind" NOT NULL,
    "state" "claim_state" NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "bought_on" DATE NOT NULL,
    "amount_e6" BIGINT NOT NULL,
    "purchase_id" TEXT,
    "note" TEXT,
    "file_name" TEXT,
    "media_type" TEXT,
    "hash" TEXT,
    "content" BYTEA,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "points" BIGINT,
    "booked_as_id" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_pool" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "partner_id" TEXT,
    "kind" "coupon_kind" NOT NULL,
    "state" "offering_state" NOT NULL DEFAULT 'DRAFT',
    "name" JSONB NOT NULL,
    "terms" JSONB NOT NULL,
    "symbol" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "lasts_days" INTEGER,
    "partner_ids" TEXT[],
    "promo_code" TEXT,
    "uses_max" BIGINT,
    "uses_per_member" BIGINT,
    "transferable" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coupon_pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon" (
    "id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "member_id" TEXT,
    "given_at" TIMESTAMPTZ(3),
    "given_for" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "used_purchase_id" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "coupon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_transfer" (
    "id" TEXT NOT NULL,
    "coupon_id" TEXT NOT NULL,
    "from_member_id" TEXT NOT NULL,
    "to_member_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coupon_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_run" (
    "id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "kind" "coupon_run_kind" NOT NULL,
    "state" "coupon_run_state" NOT NULL DEFAULT 'QUEUED',
    "wanted" INTEGER NOT NULL,
    "made" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "content" TEXT,
    "requested_by" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "progress_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "coupon_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_guess" (
    "who" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "misses" INTEGER NOT NULL,
    "noticed_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_guess_pkey" PRIMARY KEY ("who")
);

-- CreateTable
CREATE TABLE "stamp_card" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "partner_id" TEXT,
    "state" "offering_state" NOT NULL DEFAULT 'DRAFT',
    "name" JSONB NOT NULL,
    "terms" JSONB NOT NULL,
    "symbol" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stamp_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "partner_id" TEXT,
    "state" "offering_state" NOT NULL DEFAULT 'DRAFT',
    "name" JSONB NOT NULL,
    "terms" JSONB NOT NULL,
    "symbol" TEXT NOT NULL,
    "stock" BIGINT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "partner_id" TEXT,
    "state" "offering_state" NOT NULL DEFAULT 'DRAFT',
    "title" JSONB NOT NULL,
    "terms" JSONB NOT NULL,
    "symbol" TEXT NOT NULL,
    "category" TEXT,
    "campaign_id" TEXT,
    "pool_id" TEXT,
    "partner_ids" TEXT[],
    "audience" "offer_audience" NOT NULL,
    "audience_ref" TEXT,
    "member_ids" TEXT[],
    "control_bps" INTEGER NOT NULL,
    "lasts_days" INTEGER,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "made_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_offer" (
    "id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "group" "compared_group" NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),
    "activated_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "used_purchase_id" TEXT,

    CONSTRAINT "personal_offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draw" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "state" "draw_state" NOT NULL DEFAULT 'DRAFT',
    "definition" JSONB NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "authors" TEXT[],
    "round" INTEGER NOT NULL DEFAULT 0,
    "seed_hash" TEXT,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "list_hash" TEXT,
    "holder_count" INTEGER,
    "ticket_count" BIGINT,
    "committed_at" TIMESTAMPTZ(3),
    "public_value" TEXT,
    "seed" TEXT,
    "drawn_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draw_seed" (
    "draw_id" TEXT NOT NULL,
    "seed" TEXT NOT NULL,

    CONSTRAINT "draw_seed_pkey" PRIMARY KEY ("draw_id")
);

-- CreateTable
CREATE TABLE "draw_exclusion" (
    "draw_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "excluded_by" TEXT NOT NULL,
    "excluded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draw_exclusion_pkey" PRIMARY KEY ("draw_id","member_id")
);

-- CreateTable
CREATE TABLE "draw_holder" (
    "draw_id" TEXT NOT NULL,
    "holder" INTEGER NOT NULL,
    "member_id" TEXT NOT NULL,
    "tickets" BIGINT NOT NULL,
    "first_ticket" BIGINT NOT NULL,

    CONSTRAINT "draw_holder_pkey" PRIMARY KEY ("draw_id","holder")
);

-- CreateTable
CREATE TABLE "draw_winner" (
    "draw_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "prize" INTEGER NOT NULL,
    "ticket" BIGINT NOT NULL,
    "holder" INTEGER NOT NULL,

    CONSTRAINT "draw_winner_pkey" PRIMARY KEY ("draw_id","place")
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
    "funded_rate_e6" BIGINT NOT NULL,
    "funding" "funding_model" NOT NULL,
    "pack_id" TEXT,
    "earned_at" TIMESTAMPTZ(3) NOT NULL,
    "matures_at" TIMESTAMPTZ(3),
    "available_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "parent_lot_id" TEXT,
    "root_lot_id" TEXT NOT NULL,
    "purchase_id" TEXT,
    "blocked_at" TIMESTAMPTZ(3),
    "subscription_id" TEXT,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prepaid_pack" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "points" BIGINT NOT NULL,
    "price_e6" BIGINT NOT NULL,
    "issued" BIGINT NOT NULL DEFAULT 0,
    "bought_at" TIMESTAMPTZ(3) NOT NULL,
    "entry_id" TEXT NOT NULL,

    CONSTRAINT "prepaid_pack_pkey" PRIMARY KEY ("id")
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
    "funded_rate_e6" BIGINT NOT NULL,
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
    "override_e6" BIGINT,
    "override_until" TIMESTAMPTZ(3),

    CONSTRAINT "exposure_pkey" PRIMARY KEY ("partner_id")
);

-- CreateTable
CREATE TABLE "counter" (
    "id" TEXT NOT NULL,
    "value" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counter_change" (
    "deed_id" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "taken" BIGINT NOT NULL,

    CONSTRAINT "counter_change_pkey" PRIMARY KEY ("deed_id","counter_id")
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
CREATE TABLE "message_template" (
    "id" TEXT NOT NULL,
    "house" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" "message_purpose" NOT NULL,
    "text" JSONB NOT NULL,
    "variables" TEXT[],
    "state" "template_state" NOT NULL DEFAULT 'IN_USE',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "house" TEXT NOT NULL,
    "purpose" "message_purpose" NOT NULL,
    "channel" "message_channel" NOT NULL,
    "cause" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "href" TEXT,
    "state" "message_state" NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "provider_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_change" (
    "ord" BIGSERIAL NOT NULL,
    "member_id" TEXT NOT NULL,
    "house" TEXT NOT NULL,
    "purpose" "message_purpose" NOT NULL,
    "channel" "message_channel" NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" "consent_source" NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "consent_change_pkey" PRIMARY KEY ("ord")
);

-- CreateTable
CREATE TABLE "channel_link" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "channel" "message_channel" NOT NULL,
    "address" TEXT NOT NULL,
    "keys" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_link_code" (
    "hash" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "channel" "message_channel" NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_link_code_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "messaging_rules" (
    "id" INTEGER NOT NULL,
    "quiet_from" TEXT NOT NULL,
    "quiet_until" TEXT NOT NULL,
    "weekly_most" INTEGER NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messaging_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_mark" (
    "name" TEXT NOT NULL,
    "ord" BIGINT,
    "up_to" TIMESTAMPTZ(3),

    CONSTRAINT "reading_mark_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "deletion_request" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "state" "deletion_request_state" NOT NULL DEFAULT 'OPEN',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "deletion_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journey" (
    "id" TEXT NOT NULL,
    "house" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journey_version" (
    "id" TEXT NOT NULL,
    "journey_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "journey_state" NOT NULL DEFAULT 'DRAFT',
    "definition" JSONB NOT NULL,
    "authors" TEXT[],
    "round" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journey_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journey_run" (
    "id" TEXT NOT NULL,
    "journey_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "state" "journey_run_state" NOT NULL DEFAULT 'RUNNING',
    "due_at" TIMESTAMPTZ(3),
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "journey_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journey_run_step" (
    "run_id" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "version_id" TEXT NOT NULL,
    "outcome" "step_outcome" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journey_run_step_pkey" PRIMARY KEY ("run_id","step")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "partner_id" TEXT,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "approval_id" TEXT,
    "request_id" TEXT,
    "ip" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "position" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "export_job" (
    "id" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "format" "export_format" NOT NULL,
    "params" JSONB NOT NULL,
    "partner_id" TEXT,
    "requested_by" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "state" "export_job_state" NOT NULL DEFAULT 'QUEUED',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "file_name" TEXT,
    "size" BIGINT,
    "hash" TEXT,
    "error" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "progress_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_part" (
    "job_id" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "export_part_pkey" PRIMARY KEY ("job_id","attempt","seq")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "href" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "books_proof" (
    "id" TEXT NOT NULL,
    "proved_at" TIMESTAMPTZ(3) NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "error_count" INTEGER NOT NULL,
    "warning_count" INTEGER NOT NULL,
    "broken" JSONB NOT NULL,
    "up_to" BIGINT NOT NULL DEFAULT 0,
    "audit_length" BIGINT NOT NULL DEFAULT 0,
    "audit_hash" TEXT NOT NULL DEFAULT '',
    "totals" JSONB NOT NULL DEFAULT '[]',
    "root" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "books_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tier_ladder" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "approval_id" TEXT NOT NULL,
    "recounted_to" TEXT DEFAULT '',

    CONSTRAINT "tier_ladder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_tier" (
    "member_id" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "kept_tier" TEXT NOT NULL,
    "kept_until" TEXT NOT NULL,
    "counted_from" TEXT NOT NULL,
    "due_on" DATE,

    CONSTRAINT "member_tier_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "member_event" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT,
    "state" "member_event_state" NOT NULL DEFAULT 'DRAFT',
    "name" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "venue" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "places" INTEGER NOT NULL,
    "tiers" TEXT[],
    "clubs" TEXT[],
    "plans" TEXT[],
    "segments" TEXT[],
    "benefits" TEXT[],
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_booking" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "state" "event_booking_state" NOT NULL DEFAULT 'ASKED',
    "code" TEXT NOT NULL,
    "may_wait" BOOLEAN NOT NULL,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "club" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "partner_id" TEXT,
    "state" "club_state" NOT NULL DEFAULT 'OPEN',
    "name" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "entry" "club_entry" NOT NULL,
    "entry_code" TEXT,
    "tiers" TEXT[],
    "segments" TEXT[],
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "club_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "club_membership" (
    "id" TEXT NOT NULL,
    "club_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "state" "club_membership_state" NOT NULL,
    "invited_at" TIMESTAMPTZ(3),
    "joined_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "club_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "plan_state" NOT NULL DEFAULT 'OFFERED',
    "name" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "benefits" JSONB NOT NULL,
    "price_e6" BIGINT NOT NULL,
    "frozen_days" INTEGER NOT NULL,
    "afterwards" "plan_aftermath" NOT NULL,
    "approval_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "state" "subscription_state" NOT NULL DEFAULT 'UNPAID',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_until" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "frozen_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "round" INTEGER NOT NULL DEFAULT 0,
    "settled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_payment" (
    "id" TEXT NOT NULL,
    "subscription_id" TEXT NOT NULL,
    "amount_e6" BIGINT NOT NULL,
    "months" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "partner_id" TEXT,
    "recorded_by" TEXT NOT NULL,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "balance_tree" (
    "id" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "member_count" INTEGER NOT NULL,
    "points" BIGINT NOT NULL,
    "height" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "balance_tree_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "balance_tree_nodes" (
    "tree_id" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "first_key" TEXT NOT NULL,
    "nodes" BYTEA NOT NULL,

    CONSTRAINT "balance_tree_nodes_pkey" PRIMARY KEY ("tree_id","level","chunk")
);

-- CreateTable
CREATE TABLE "purchase" (
    "id" TEXT NOT NULL,
    "ord" BIGSERIAL NOT NULL,
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
    "funded_e6" BIGINT NOT NULL DEFAULT 0,
    "lines" JSON NOT NULL,
    "payments" JSON NOT NULL,
    "explanation" JSON NOT NULL,
    "granted" JSON NOT NULL DEFAULT '{}',

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purchase_return" (
    "id" TEXT NOT NULL,
    "ord" BIGSERIAL NOT NULL,
    "deed_id" TEXT NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "partner_id" TEXT NOT NULL,
    "terminal_id" TEXT,
    "receipt_number" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "amount_e6" BIGINT NOT NULL,
    "paid_e6" BIGINT NOT NULL,
    "last" BOOLEAN NOT NULL,
    "points_clawed" BIGINT NOT NULL,
    "points_restored" BIGINT NOT NULL,
    "funded_e6" BIGINT NOT NULL DEFAULT 0,
    "lines" JSONB NOT NULL,

    CONSTRAINT "purchase_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "followed_receipts" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "purchase_ord" BIGINT NOT NULL DEFAULT 0,
    "return_ord" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "followed_receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_day" (
    "member_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "spend_e6" BIGINT NOT NULL DEFAULT 0,
    "visits" INTEGER NOT NULL DEFAULT 0,
    "points" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "member_day_pkey" PRIMARY KEY ("member_id","partner_id","day")
);

-- CreateTable
CREATE TABLE "reward" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "state" "reward_state" NOT NULL DEFAULT 'DRAFT',
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "points" BIGINT NOT NULL,
    "stock" BIGINT,
    "collect_days" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reward_order" (
    "id" TEXT NOT NULL,
    "reward_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "points" BIGINT NOT NULL,
    "burn_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "state" "reward_order_state" NOT NULL DEFAULT 'ORDERED',
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "collect_by" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3),
    "collected_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "reward_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "segment" (
    "id" TEXT NOT NULL,
    "house" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "expression" TEXT NOT NULL,
    "template" TEXT,
    "answers" JSONB,
    "state" "segment_state" NOT NULL DEFAULT 'ACTIVE',
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "counted_at" TIMESTAMPTZ(3),
    "counted" INTEGER,

    CONSTRAINT "segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "segment_member" (
    "segment_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "segment_member_pkey" PRIMARY KEY ("segment_id","member_id")
);

-- CreateTable
CREATE TABLE "segment_event" (
    "ord" BIGSERIAL NOT NULL,
    "segment_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" "segment_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segment_event_pkey" PRIMARY KEY ("ord")
);

-- CreateTable
CREATE TABLE "segment_recount" (
    "id" TEXT NOT NULL,
    "segment_ids" TEXT[],
    "state" "segment_recount_state" NOT NULL DEFAULT 'QUEUED',
    "requested_by" TEXT,
    "user_id" TEXT,
    "members_done" INTEGER NOT NULL DEFAULT 0,
    "members_total" INTEGER,
    "after_id" TEXT NOT NULL DEFAULT '',
    "entered" INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "progress_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "segment_recount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_tag" (
    "member_id" TEXT NOT NULL,
    "house" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "tagged_by" TEXT NOT NULL,
    "tagged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_tag_pkey" PRIMARY KEY ("member_id","house","tag")
);

-- CreateTable
CREATE TABLE "customer" (
    "house" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "first_on" DATE,
    "last_on" DATE,
    "days" INTEGER NOT NULL DEFAULT 0,
    "visits" INTEGER NOT NULL DEFAULT 0,
    "spend_e6" BIGINT NOT NULL DEFAULT 0,
    "average_e6" BIGINT NOT NULL DEFAULT 0,
    "visits_year" INTEGER NOT NULL DEFAULT 0,
    "spend_year_e6" BIGINT NOT NULL DEFAULT 0,
    "has_redeemed" BOOLEAN NOT NULL DEFAULT false,
    "recency" SMALLINT,
    "frequency" SMALLINT,
    "monetary" SMALLINT,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("house","member_id")
);

-- CreateTable
CREATE TABLE "rfm_cut" (
    "house" TEXT NOT NULL,
    "recency" INTEGER[],
    "frequency" INTEGER[],
    "monetary" BIGINT[],
    "cut_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rfm_cut_pkey" PRIMARY KEY ("house")
);

-- CreateTable
CREATE TABLE "cohort_month" (
    "house" TEXT NOT NULL,
    "cohort" DATE NOT NULL,
    "month" DATE NOT NULL,
    "members" INTEGER NOT NULL,
    "visits" INTEGER NOT NULL,
    "spend_e6" BIGINT NOT NULL,

    CONSTRAINT "cohort_month_pkey" PRIMARY KEY ("house","cohort","month")
);

-- CreateTable
CREATE TABLE "flow_month" (
    "month" DATE NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "members" INTEGER NOT NULL,

    CONSTRAINT "flow_month_pkey" PRIMARY KEY ("month","from_id","to_id")
);

-- CreateTable
CREATE TABLE "points_kept" (
    "of" TEXT NOT NULL,
    "is_cohort" BOOLEAN NOT NULL,
    "given" BIGINT NOT NULL,
    "unspent" BIGINT NOT NULL,
    "expired" BIGINT NOT NULL,

    CONSTRAINT "points_kept_pkey" PRIMARY KEY ("of")
);

-- CreateTable
CREATE TABLE "week_hour" (
    "house" TEXT NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "hour" SMALLINT NOT NULL,
    "receipts" INTEGER NOT NULL,
    "spend_e6" BIGINT NOT NULL,

    CONSTRAINT "week_hour_pkey" PRIMARY KEY ("house","weekday","hour")
);

-- CreateTable
CREATE TABLE "audience_policy" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "minimum_group" INTEGER NOT NULL,
    "inactive_days" INTEGER NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audience_policy_pkey" PRIMARY KEY ("id")
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
    "published_at" TIMESTAMPTZ(3),
    "entry_count" INTEGER,
    "line_count" INTEGER,
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
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_instruction" (
    "id" TEXT NOT NULL,
    "kind" "payment_kind" NOT NULL,
    "state" "payment_state" NOT NULL,
    "obligation_id" TEXT,
    "cycle_id" TEXT,
    "partner_id" TEXT,
    "receipt_item_id" TEXT,
    "creditor_name" TEXT,
    "creditor_iban" TEXT,
    "remittance" TEXT,
    "end_to_end_id" TEXT NOT NULL,
    "creditor_ref" TEXT,
    "amount_e6" BIGINT NOT NULL,
    "received_e6" BIGINT NOT NULL DEFAULT 0,
    "bank_account_id" TEXT,
    "provisional_until" TIMESTAMPTZ(3),
    "file_id" TEXT,
    "replaces_id" TEXT,
    "bank_answer" TEXT,
    "submitted_by" TEXT,
    "approved_by" TEXT,
    "second_approved_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_instruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_file" (
    "id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "cycle_id" TEXT,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "payment_count" INTEGER NOT NULL,
    "total_e6" BIGINT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_file" (
    "id" TEXT NOT NULL,
    "kind" "bank_file_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_statement" (
    "id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "bank_account_id" TEXT NOT NULL,
    "bank_account" TEXT NOT NULL,
    "bank_id" TEXT NOT NULL,
    "sequence" BIGINT,
    "opening_e6" BIGINT NOT NULL,
    "closing_e6" BIGINT NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE NOT NULL,
    "line_count" INTEGER NOT NULL,
    "imported_by" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_line" (
    "id" TEXT NOT NULL,
    "statement_id" TEXT,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "bank_account" TEXT NOT NULL,
    "booked_on" DATE NOT NULL,
    "value_on" DATE,
    "amount_e6" BIGINT NOT NULL,
    "end_to_end_id" TEXT,
    "bank_ref" TEXT NOT NULL,
    "ref" TEXT NOT NULL DEFAULT '',
    "structured_ref" TEXT,
    "remittance" TEXT,
    "counterparty_name" TEXT,
    "counterparty_iban" TEXT,
    "bank_code" TEXT,
    "is_reversal" BOOLEAN NOT NULL DEFAULT false,
    "is_charge" BOOLEAN NOT NULL DEFAULT false,
    "return_reason" TEXT,
    "entry_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "key" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "movements" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "entry_id" TEXT,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "partner_file" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "row_count" INTEGER NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "compared_at" TIMESTAMPTZ(3),
    "state" "partner_file_state" NOT NULL DEFAULT 'RECEIVED',
    "comparing_at" TIMESTAMPTZ(3),
    "step" TEXT,
    "position" TEXT,
    "work_done" INTEGER NOT NULL DEFAULT 0,
    "work_total" INTEGER NOT NULL DEFAULT 0,
    "progress_at" TIMESTAMPTZ(3),

    CONSTRAINT "partner_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_file_row" (
    "file_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "client_ref" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "points" BIGINT NOT NULL,
    "amount_e6" BIGINT,
    "status" TEXT,

    CONSTRAINT "partner_file_row_pkey" PRIMARY KEY ("file_id","line")
);

-- CreateTable
CREATE TABLE "partner_file_hub_row" (
    "file_id" TEXT NOT NULL,
    "hub_ref" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "in_span" BOOLEAN NOT NULL,
    "points" BIGINT NOT NULL,
    "stated_points" BIGINT NOT NULL,
    "amount_e6" BIGINT,
    "status" TEXT NOT NULL,
    "cycle_id" TEXT,
    "receipt" TEXT,
    "key" TEXT NOT NULL,
    "other_key" TEXT,

    CONSTRAINT "partner_file_hub_row_pkey" PRIMARY KEY ("file_id","hub_ref","event")
);

-- CreateTable
CREATE TABLE "partner_file_pair" (
    "file_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "hub_ref" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "rule" TEXT NOT NULL,

    CONSTRAINT "partner_file_pair_pkey" PRIMARY KEY ("file_id","line")
);

-- CreateTable
CREATE TABLE "recon_item" (
    "id" TEXT NOT NULL,
    "source" "recon_source" NOT NULL,
    "kind" "recon_kind",
    "state" "recon_state" NOT NULL,
    "partner_id" TEXT,
    "cycle_id" TEXT,
    "bank_line_id" TEXT,
    "file_id" TEXT,
    "file_line" INTEGER,
    "event" TEXT,
    "hub_ref" TEXT,
    "other_ref" TEXT,
    "open_e6" BIGINT NOT NULL DEFAULT 0,
    "hub_value" BIGINT,
    "other_value" BIGINT,
    "unit" TEXT NOT NULL,
    "rule" TEXT,
    "score" INTEGER,
    "suggestions" JSONB NOT NULL DEFAULT '[]',
    "taken_by" TEXT,
    "resolution" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "recon_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recon_match" (
    "id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "obligation_id" TEXT,
    "payment_id" TEXT,
    "entry_id" TEXT,
    "amount_e6" BIGINT NOT NULL,
    "rule" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "reason" TEXT,
    "matched_by" TEXT NOT NULL,
    "matched_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_by" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "recon_match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" TEXT NOT NULL,
    "burn_id" TEXT NOT NULL,
    "claimant_id" TEXT NOT NULL,
    "respondent_id" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "points" BIGINT NOT NULL,
    "returned_points" BIGINT NOT NULL DEFAULT 0,
    "held_e6" BIGINT NOT NULL,
    "upheld_points" BIGINT,
    "upheld_e6" BIGINT,
    "state" "dispute_state" NOT NULL,
    "deadline_at" TIMESTAMPTZ(3),
    "outcome" "dispute_outcome",
    "lapsed" BOOLEAN NOT NULL DEFAULT false,
    "recon_item_id" TEXT,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute_evidence" (
    "id" TEXT NOT NULL,
    "dispute_id" TEXT NOT NULL,
    "partner_id" TEXT,
    "text" TEXT NOT NULL,
    "file_name" TEXT,
    "media_type" TEXT,
    "content" BYTEA,
    "hash" TEXT,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dispute_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "velocity_rule" (
    "id" TEXT NOT NULL,
    "kind" "velocity_kind" NOT NULL,
    "subject" "velocity_subject" NOT NULL,
    "window_hours" INTEGER,
    "limit" BIGINT NOT NULL,
    "action" "velocity_action" NOT NULL,
    "earned_at_id" TEXT,
    "redeemed_at_id" TEXT,
    "reason" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "replaces_id" TEXT,
    "approval_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "velocity_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "velocity_case" (
    "id" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "window_from" TIMESTAMPTZ(3) NOT NULL,
    "window_until" TIMESTAMPTZ(3) NOT NULL,
    "value" BIGINT NOT NULL,
    "state" "velocity_case_state" NOT NULL DEFAULT 'OPEN',
    "taken_by" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "velocity_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "velocity_event" (
    "ord" BIGINT NOT NULL,
    "kind" "velocity_kind" NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "member_id" TEXT,
    "terminal_id" TEXT,
    "location_id" TEXT,
    "partner_id" TEXT,

    CONSTRAINT "velocity_event_pkey" PRIMARY KEY ("ord","kind")
);

-- CreateTable
CREATE TABLE "velocity_watermark" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "entry_ord" BIGINT NOT NULL DEFAULT 0,
    "purchase_ord" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "velocity_watermark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "campaign_of_partner_newest" ON "campaign"("partner_id", "id" DESC);

-- CreateIndex
CREATE INDEX "campaign_version_by_state" ON "campaign_version"("state", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_version_campaign_id_version_key" ON "campaign_version"("campaign_id", "version");

-- CreateIndex
CREATE INDEX "campaign_joining_of_partner" ON "campaign_joining"("partner_id");

-- CreateIndex
CREATE INDEX "campaign_simulation_of_version_newest" ON "campaign_simulation"("version_id", "id" DESC);

-- CreateIndex
CREATE INDEX "campaign_simulation_left_behind" ON "campaign_simulation"("state", "progress_at");

-- CreateIndex
CREATE UNIQUE INDEX "activity_kind_code_key" ON "activity_kind"("code");

-- CreateIndex
CREATE INDEX "activity_of_member_newest" ON "activity"("member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "activity_of_partner_newest" ON "activity"("partner_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "activity_partner_id_kind_id_reference_key" ON "activity"("partner_id", "kind_id", "reference");

-- CreateIndex
CREATE INDEX "challenge_by_state" ON "challenge"("state", "starts_at");

-- CreateIndex
CREATE INDEX "challenge_award_of_member_newest" ON "challenge_award"("member_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "challenge_award_challenge_id_member_id_period_round_key" ON "challenge_award"("challenge_id", "member_id", "period", "round");

-- CreateIndex
CREATE UNIQUE INDEX "partner_code_key" ON "partner"("code");

-- CreateIndex
CREATE UNIQUE INDEX "legal_entity_partner_id_tax_number_key" ON "legal_entity"("partner_id", "tax_number");

-- CreateIndex
CREATE UNIQUE INDEX "location_partner_id_code_key" ON "location"("partner_id", "code");

-- CreateIndex
CREATE INDEX "terminal_of_location" ON "terminal"("location_id");

-- CreateIndex
CREATE UNIQUE INDEX "terminal_partner_id_code_key" ON "terminal"("partner_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "contract_partner_id_version_key" ON "contract"("partner_id", "version");

-- CreateIndex
CREATE INDEX "api_key_of_partner" ON "api_key"("partner_id");

-- CreateIndex
CREATE INDEX "transition_of_object" ON "transition"("object_id", "at");

-- CreateIndex
CREATE INDEX "approval_waiting" ON "approval"("state", "requested_at");

-- CreateIndex
CREATE INDEX "approval_of_partner_newest" ON "approval"("partner_id", "id" DESC);

-- CreateIndex
CREATE INDEX "approval_of_subject" ON "approval"("subject_id");

-- CreateIndex
CREATE INDEX "bank_account_of_partner" ON "bank_account"("partner_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "limit_override_approval_id_key" ON "limit_override"("approval_id");

-- CreateIndex
CREATE INDEX "limit_override_in_force" ON "limit_override"("partner_id", "expires_at");

-- CreateIndex
CREATE INDEX "partner_exit_of_partner" ON "partner_exit"("partner_id");

-- CreateIndex
CREATE INDEX "default_layer_of_owner" ON "default_layer"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "lot_run_approval_id_key" ON "lot_run"("approval_id");

-- CreateIndex
CREATE INDEX "lot_run_of_partner" ON "lot_run"("partner_id", "started_at");

-- CreateIndex
CREATE INDEX "lot_run_by_state" ON "lot_run"("state");

-- CreateIndex
CREATE INDEX "handled_lot_of_run" ON "handled_lot"("run_id", "member_id");

-- CreateIndex
CREATE INDEX "tax_rule_in_force" ON "tax_rule"("section", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "referral_terms_version_key" ON "referral_terms"("version");

-- CreateIndex
CREATE UNIQUE INDEX "referral_terms_approval_id_key" ON "referral_terms"("approval_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_code_code_key" ON "referral_code"("code");

-- CreateIndex
CREATE UNIQUE INDEX "referral_code_key" ON "referral"("code");

-- CreateIndex
CREATE UNIQUE INDEX "referral_purchase_id_key" ON "referral"("purchase_id");

-- CreateIndex
CREATE INDEX "referral_of_advocate" ON "referral"("advocate_id", "id");

-- CreateIndex
CREATE INDEX "referral_of_friend" ON "referral"("friend_id");

-- CreateIndex
CREATE INDEX "referral_by_state_newest" ON "referral"("state", "id" DESC);

-- CreateIndex
CREATE INDEX "member_device_of_members" ON "member_device"("device");

-- CreateIndex
CREATE UNIQUE INDEX "spend_policy_version_key" ON "spend_policy"("version");

-- CreateIndex
CREATE UNIQUE INDEX "spend_policy_approval_id_key" ON "spend_policy"("approval_id");

-- CreateIndex
CREATE INDEX "spend_request_of_member_newest" ON "spend_request"("member_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "pool_club_id_key" ON "pool"("club_id");

-- CreateIndex
CREATE INDEX "pool_member_of_pool" ON "pool_member"("pool_id");

-- CreateIndex
CREATE INDEX "pool_member_of_member" ON "pool_member"("member_id");

-- CreateIndex
CREATE INDEX "claim_of_member_newest" ON "claim"("member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "claim_of_partner_by_state_newest" ON "claim"("partner_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "claim_due" ON "claim"("state", "deadline_at");

-- CreateIndex
CREATE UNIQUE INDEX "coupon_pool_code_key" ON "coupon_pool"("code");

-- CreateIndex
CREATE UNIQUE INDEX "coupon_pool_promo_code_key" ON "coupon_pool"("promo_code");

-- CreateIndex
CREATE INDEX "coupon_pool_of_partner_newest" ON "coupon_pool"("partner_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "coupon_code_key" ON "coupon"("code");

-- CreateIndex
CREATE UNIQUE INDEX "coupon_given_for_key" ON "coupon"("given_for");

-- CreateIndex
CREATE INDEX "coupon_of_member_newest" ON "coupon"("member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "coupon_next_free_of_pool" ON "coupon"("pool_id", "member_id", "id");

-- CreateIndex
CREATE INDEX "coupon_of_pool_newest" ON "coupon"("pool_id", "id" DESC);

-- CreateIndex
CREATE INDEX "coupon_used_by_purchase" ON "coupon"("used_purchase_id");

-- CreateIndex
CREATE INDEX "coupon_transfer_of_coupon_newest" ON "coupon_transfer"("coupon_id", "id" DESC);

-- CreateIndex
CREATE INDEX "coupon_transfer_from_member_newest" ON "coupon_transfer"("from_member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "coupon_transfer_to_member_newest" ON "coupon_transfer"("to_member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "coupon_run_of_pool_newest" ON "coupon_run"("pool_id", "id" DESC);

-- CreateIndex
CREATE INDEX "coupon_run_left_behind" ON "coupon_run"("state", "progress_at");

-- CreateIndex
CREATE UNIQUE INDEX "stamp_card_code_key" ON "stamp_card"("code");

-- CreateIndex
CREATE INDEX "stamp_card_of_partner_newest" ON "stamp_card"("partner_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "gift_code_key" ON "gift"("code");

-- CreateIndex
CREATE INDEX "gift_of_partner_newest" ON "gift"("partner_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "offer_code_key" ON "offer"("code");

-- CreateIndex
CREATE INDEX "offer_of_partner_newest" ON "offer"("partner_id", "id" DESC);

-- CreateIndex
CREATE INDEX "offer_of_campaign" ON "offer"("campaign_id");

-- CreateIndex
CREATE INDEX "personal_offer_of_member_newest" ON "personal_offer"("member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "personal_offer_used_by_purchase" ON "personal_offer"("used_purchase_id");

-- CreateIndex
CREATE UNIQUE INDEX "personal_offer_offer_id_member_id_key" ON "personal_offer"("offer_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_code_key" ON "draw"("code");

-- CreateIndex
CREATE INDEX "draw_due" ON "draw"("state", "closes_at");

-- CreateIndex
CREATE UNIQUE INDEX "draw_holder_draw_id_member_id_key" ON "draw_holder"("draw_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_of_user" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_of_user" ON "sign_in_account"("user_id");

-- CreateIndex
CREATE INDEX "verification_of_identifier" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "two_factor_of_user" ON "two_factor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_user_id_partner_id_key" ON "staff"("user_id", "partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "deed_owner_key_key" ON "deed"("owner", "key");

-- CreateIndex
CREATE UNIQUE INDEX "deed_owner_business_key_key" ON "deed"("owner", "business_key");

-- CreateIndex
CREATE UNIQUE INDEX "entry_ord_key" ON "entry"("ord");

-- CreateIndex
CREATE INDEX "entry_of_deed" ON "entry"("deed_id");

-- CreateIndex
CREATE INDEX "entry_of_partner_newest" ON "entry"("partner_id", "ord" DESC);

-- CreateIndex
CREATE INDEX "entry_of_cycle" ON "entry"("cycle_id", "ord");

-- CreateIndex
CREATE INDEX "entry_of_purchase" ON "entry"("purchase_id");

-- CreateIndex
CREATE INDEX "line_of_account" ON "line"("account", "owner_id", "cycle_id");

-- CreateIndex
CREATE INDEX "line_of_lot" ON "line"("lot_id");

-- CreateIndex
CREATE INDEX "wallet_change_of_entry" ON "wallet_change"("entry_id");

-- CreateIndex
CREATE INDEX "lot_of_member_first_to_expire" ON "lot"("member_id", "expires_at", "available_at", "id");

-- CreateIndex
CREATE INDEX "lot_of_purchase" ON "lot"("purchase_id");

-- CreateIndex
CREATE UNIQUE INDEX "prepaid_pack_seq_key" ON "prepaid_pack"("seq");

-- CreateIndex
CREATE INDEX "prepaid_pack_of_partner" ON "prepaid_pack"("partner_id", "seq");

-- CreateIndex
CREATE INDEX "burn_of_deed" ON "burn"("deed_id");

-- CreateIndex
CREATE INDEX "burn_of_purchase" ON "burn"("purchase_id");

-- CreateIndex
CREATE INDEX "burn_of_redeemer" ON "burn"("redeemer_id", "reserved_at");

-- CreateIndex
CREATE INDEX "burn_slice_of_lot" ON "burn_slice"("lot_id");

-- CreateIndex
CREATE INDEX "member_debt_of_member" ON "member_debt"("member_id");

-- CreateIndex
CREATE INDEX "counter_change_of_counter" ON "counter_change"("counter_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_user_id_key" ON "member"("user_id");

-- CreateIndex
CREATE INDEX "member_merged_into" ON "member"("merged_into_id");

-- CreateIndex
CREATE INDEX "member_enrolled_at_partner" ON "member"("enrolled_at_partner_id", "id");

-- CreateIndex
CREATE INDEX "identifier_of_member" ON "identifier"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "identifier_kind_scope_value_key" ON "identifier"("kind", "scope", "value");

-- CreateIndex
CREATE UNIQUE INDEX "card_number_key" ON "card"("number");

-- CreateIndex
CREATE INDEX "card_of_member" ON "card"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_template_house_name_key" ON "message_template"("house", "name");

-- CreateIndex
CREATE INDEX "message_of_member_newest" ON "message"("member_id", "channel", "id" DESC);

-- CreateIndex
CREATE INDEX "message_of_house_newest" ON "message"("house", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "message_cause_channel_key" ON "message"("cause", "channel");

-- CreateIndex
CREATE INDEX "consent_change_last_of_member" ON "consent_change"("member_id", "house", "purpose", "channel", "ord" DESC);

-- CreateIndex
CREATE INDEX "channel_link_of_member" ON "channel_link"("member_id", "channel");

-- CreateIndex
CREATE INDEX "deletion_request_of_member" ON "deletion_request"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "journey_house_name_key" ON "journey"("house", "name");

-- CreateIndex
CREATE INDEX "journey_version_by_state" ON "journey_version"("state");

-- CreateIndex
CREATE UNIQUE INDEX "journey_version_journey_id_version_key" ON "journey_version"("journey_id", "version");

-- CreateIndex
CREATE INDEX "journey_run_of_member" ON "journey_run"("member_id", "state");

-- CreateIndex
CREATE INDEX "journey_run_standing_at_step" ON "journey_run"("version_id", "state", "step");

-- CreateIndex
CREATE UNIQUE INDEX "journey_run_journey_id_cause_key" ON "journey_run"("journey_id", "cause");

-- CreateIndex
CREATE INDEX "journey_run_step_by_outcome" ON "journey_run_step"("version_id", "step", "outcome");

-- CreateIndex
CREATE INDEX "audit_event_of_object" ON "audit_event"("object_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_of_actor" ON "audit_event"("actor", "seq");

-- CreateIndex
CREATE INDEX "audit_event_of_partner" ON "audit_event"("partner_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_of_action" ON "audit_event"("action", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_seq_key" ON "audit_link"("seq");

-- CreateIndex
CREATE INDEX "export_job_of_user_newest" ON "export_job"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "export_job_by_state" ON "export_job"("state", "expires_at");

-- CreateIndex
CREATE INDEX "notice_of_user_newest" ON "notice"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "books_proof_newest" ON "books_proof"("proved_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "tier_ladder_version_key" ON "tier_ladder"("version");

-- CreateIndex
CREATE UNIQUE INDEX "tier_ladder_approval_id_key" ON "tier_ladder"("approval_id");

-- CreateIndex
CREATE INDEX "member_tier_due" ON "member_tier"("due_on");

-- CreateIndex
CREATE INDEX "member_tier_by_tier" ON "member_tier"("tier", "member_id");

-- CreateIndex
CREATE INDEX "member_event_of_partner_newest" ON "member_event"("partner_id", "id" DESC);

-- CreateIndex
CREATE INDEX "member_event_to_book" ON "member_event"("state", "starts_at");

-- CreateIndex
CREATE INDEX "event_booking_of_member_newest" ON "event_booking"("member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "event_booking_of_event" ON "event_booking"("event_id", "state", "id");

-- CreateIndex
CREATE INDEX "event_booking_left_behind" ON "event_booking"("settled", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "event_booking_event_id_code_key" ON "event_booking"("event_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "club_code_key" ON "club"("code");

-- CreateIndex
CREATE UNIQUE INDEX "club_entry_code_key" ON "club"("entry_code");

-- CreateIndex
CREATE INDEX "club_of_partner_newest" ON "club"("partner_id", "id" DESC);

-- CreateIndex
CREATE INDEX "club_membership_of_member" ON "club_membership"("member_id");

-- CreateIndex
CREATE INDEX "club_membership_of_club_newest" ON "club_membership"("club_id", "state", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "club_membership_club_id_member_id_key" ON "club_membership"("club_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_approval_id_key" ON "plan"("approval_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_code_version_key" ON "plan"("code", "version");

-- CreateIndex
CREATE INDEX "subscription_of_member_newest" ON "subscription"("member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "subscription_to_lapse" ON "subscription"("state", "paid_until");

-- CreateIndex
CREATE INDEX "subscription_to_thaw" ON "subscription"("state", "frozen_until");

-- CreateIndex
CREATE INDEX "subscription_of_plan" ON "subscription"("plan_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "plan_payment_reference_key" ON "plan_payment"("reference");

-- CreateIndex
CREATE INDEX "plan_payment_of_subscription_newest" ON "plan_payment"("subscription_id", "id" DESC);

-- CreateIndex
CREATE INDEX "plan_payment_of_partner_newest" ON "plan_payment"("partner_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "balance_tree_day_key" ON "balance_tree"("day");

-- CreateIndex
CREATE INDEX "balance_tree_nodes_around_member" ON "balance_tree_nodes"("tree_id", "level", "first_key");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_deed_id_key" ON "purchase"("deed_id");

-- CreateIndex
CREATE INDEX "purchase_of_partner_newest" ON "purchase"("partner_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "purchase_of_member_newest" ON "purchase"("member_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "purchase_recorded_since" ON "purchase" USING BRIN ("ord");

-- CreateIndex
CREATE INDEX "purchase_by_receipt" ON "purchase"("partner_id", "receipt_number");

-- CreateIndex
CREATE INDEX "purchase_of_member_at_partner" ON "purchase"("partner_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_return_deed_id_key" ON "purchase_return"("deed_id");

-- CreateIndex
CREATE INDEX "purchase_return_of_partner_newest" ON "purchase_return"("partner_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "purchase_return_recorded_since" ON "purchase_return" USING BRIN ("ord");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_return_purchase_id_seq_key" ON "purchase_return"("purchase_id", "seq");

-- CreateIndex
CREATE INDEX "reward_by_state" ON "reward"("state", "id");

-- CreateIndex
CREATE INDEX "reward_of_partner_newest" ON "reward"("partner_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "reward_order_burn_id_key" ON "reward_order"("burn_id");

-- CreateIndex
CREATE UNIQUE INDEX "reward_order_code_key" ON "reward_order"("code");

-- CreateIndex
CREATE INDEX "reward_order_of_member_newest" ON "reward_order"("member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "reward_order_waiting_at_partner" ON "reward_order"("partner_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "reward_order_to_cancel" ON "reward_order"("state", "collect_by");

-- CreateIndex
CREATE INDEX "segment_by_state" ON "segment"("state");

-- CreateIndex
CREATE UNIQUE INDEX "segment_house_code_key" ON "segment"("house", "code");

-- CreateIndex
CREATE INDEX "segment_member_of_member" ON "segment_member"("member_id");

-- CreateIndex
CREATE INDEX "segment_event_of_segment" ON "segment_event"("segment_id", "ord");

-- CreateIndex
CREATE INDEX "segment_recount_left_behind" ON "segment_recount"("state", "progress_at");

-- CreateIndex
CREATE INDEX "member_tag_by_tag" ON "member_tag"("house", "tag");

-- CreateIndex
CREATE INDEX "customer_by_spend" ON "customer"("house", "spend_e6", "member_id");

-- CreateIndex
CREATE INDEX "customer_by_visits" ON "customer"("house", "visits", "member_id");

-- CreateIndex
CREATE INDEX "customer_by_average" ON "customer"("house", "average_e6", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_seq_key" ON "cycle"("seq");

-- CreateIndex
CREATE INDEX "obligation_of_partner" ON "obligation"("partner_id", "cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_cycle_id_partner_id_version_key" ON "obligation"("cycle_id", "partner_id", "version");

-- CreateIndex
CREATE INDEX "statement_of_partner" ON "statement"("partner_id", "published_at");

-- CreateIndex
CREATE UNIQUE INDEX "statement_cycle_id_partner_id_version_key" ON "statement"("cycle_id", "partner_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "payment_instruction_end_to_end_id_key" ON "payment_instruction"("end_to_end_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_instruction_creditor_ref_key" ON "payment_instruction"("creditor_ref");

-- CreateIndex
CREATE INDEX "payment_instruction_of_cycle" ON "payment_instruction"("cycle_id", "partner_id");

-- CreateIndex
CREATE INDEX "payment_instruction_of_obligation" ON "payment_instruction"("obligation_id");

-- CreateIndex
CREATE INDEX "payment_instruction_of_receipt_item" ON "payment_instruction"("receipt_item_id");

-- CreateIndex
CREATE INDEX "payment_instruction_by_state" ON "payment_instruction"("state");

-- CreateIndex
CREATE INDEX "payment_instruction_of_file" ON "payment_instruction"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_file_message_id_key" ON "payment_file"("message_id");

-- CreateIndex
CREATE INDEX "payment_file_of_cycle" ON "payment_file"("cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_file_hash_key" ON "bank_file"("hash");

-- CreateIndex
CREATE INDEX "bank_statement_last_of_account" ON "bank_statement"("bank_account", "closed_on");

-- CreateIndex
CREATE UNIQUE INDEX "bank_statement_bank_account_id_bank_id_key" ON "bank_statement"("bank_account_id", "bank_id");

-- CreateIndex
CREATE INDEX "bank_line_by_bank_ref" ON "bank_line"("bank_ref");

-- CreateIndex
CREATE INDEX "bank_line_by_ref" ON "bank_line"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "bank_line_statement_id_seq_key" ON "bank_line"("statement_id", "seq");

-- CreateIndex
CREATE INDEX "booking_of_subject" ON "booking"("subject_id");

-- CreateIndex
CREATE INDEX "partner_file_of_partner" ON "partner_file"("partner_id", "id");

-- CreateIndex
CREATE INDEX "partner_file_left_behind" ON "partner_file"("state", "progress_at");

-- CreateIndex
CREATE UNIQUE INDEX "partner_file_partner_id_hash_key" ON "partner_file"("partner_id", "hash");

-- CreateIndex
CREATE INDEX "partner_file_row_to_pair" ON "partner_file_row"("file_id", "client_ref");

-- CreateIndex
CREATE INDEX "partner_file_hub_row_by_receipt" ON "partner_file_hub_row"("file_id", "receipt");

-- CreateIndex
CREATE UNIQUE INDEX "partner_file_pair_file_id_hub_ref_event_key" ON "partner_file_pair"("file_id", "hub_ref", "event");

-- CreateIndex
CREATE UNIQUE INDEX "recon_item_bank_line_id_key" ON "recon_item"("bank_line_id");

-- CreateIndex
CREATE INDEX "recon_item_of_file" ON "recon_item"("file_id", "id");

-- CreateIndex
CREATE INDEX "recon_item_by_state" ON "recon_item"("state", "opened_at");

-- CreateIndex
CREATE INDEX "recon_item_of_partner" ON "recon_item"("partner_id", "state");

-- CreateIndex
CREATE INDEX "recon_item_by_hub_ref" ON "recon_item"("hub_ref");

-- CreateIndex
CREATE UNIQUE INDEX "recon_item_file_id_file_line_key" ON "recon_item"("file_id", "file_line");

-- CreateIndex
CREATE INDEX "recon_match_of_item" ON "recon_match"("item_id");

-- CreateIndex
CREATE INDEX "recon_match_of_obligation" ON "recon_match"("obligation_id");

-- CreateIndex
CREATE INDEX "dispute_of_burn" ON "dispute"("burn_id");

-- CreateIndex
CREATE INDEX "dispute_due" ON "dispute"("state", "deadline_at");

-- CreateIndex
CREATE INDEX "dispute_of_claimant" ON "dispute"("claimant_id", "id");

-- CreateIndex
CREATE INDEX "dispute_of_respondent" ON "dispute"("respondent_id", "id");

-- CreateIndex
CREATE INDEX "dispute_evidence_of_dispute" ON "dispute_evidence"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "velocity_rule_replaces_id_key" ON "velocity_rule"("replaces_id");

-- CreateIndex
CREATE UNIQUE INDEX "velocity_rule_approval_id_key" ON "velocity_rule"("approval_id");

-- CreateIndex
CREATE INDEX "velocity_case_by_state_newest" ON "velocity_case"("state", "id" DESC);

-- CreateIndex
CREATE INDEX "velocity_case_of_subject" ON "velocity_case"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "velocity_case_rule_id_subject_id_window_from_key" ON "velocity_case"("rule_id", "subject_id", "window_from");

-- CreateIndex
CREATE INDEX "velocity_event_of_member" ON "velocity_event"("member_id", "kind", "occurred_at");

-- CreateIndex
CREATE INDEX "velocity_event_of_terminal" ON "velocity_event"("terminal_id", "kind", "occurred_at");

-- CreateIndex
CREATE INDEX "velocity_event_of_location" ON "velocity_event"("location_id", "kind", "occurred_at");

-- CreateIndex
CREATE INDEX "velocity_event_of_partner" ON "velocity_event"("partner_id", "kind", "occurred_at");

-- CreateIndex
CREATE INDEX "velocity_event_oldest" ON "velocity_event"("occurred_at");

-- AddForeignKey
ALTER TABLE "campaign_version" ADD CONSTRAINT "campaign_version_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compared_member" ADD CONSTRAINT "compared_member_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "campaign_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_joining" ADD CONSTRAINT "campaign_joining_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "campaign_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_simulation" ADD CONSTRAINT "campaign_simulation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "campaign_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "simulation_count" ADD CONSTRAINT "simulation_count_simulation_id_fkey" FOREIGN KEY ("simulation_id") REFERENCES "campaign_simulation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_kind_id_fkey" FOREIGN KEY ("kind_id") REFERENCES "activity_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge_award" ADD CONSTRAINT "challenge_award_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "pool" ADD CONSTRAINT "pool_club_id_fkey" FOREIGN KEY ("club_id") REFERENCES "club"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "coupon_pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_transfer" ADD CONSTRAINT "coupon_transfer_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_run" ADD CONSTRAINT "coupon_run_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "coupon_pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "coupon_pool"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_offer" ADD CONSTRAINT "personal_offer_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_seed" ADD CONSTRAINT "draw_seed_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_exclusion" ADD CONSTRAINT "draw_exclusion_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_holder" ADD CONSTRAINT "draw_holder_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_winner" ADD CONSTRAINT "draw_winner_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "journey_version" ADD CONSTRAINT "journey_version_journey_id_fkey" FOREIGN KEY ("journey_id") REFERENCES "journey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_run" ADD CONSTRAINT "journey_run_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "journey_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_run_step" ADD CONSTRAINT "journey_run_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "journey_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_part" ADD CONSTRAINT "export_part_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "export_job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_booking" ADD CONSTRAINT "event_booking_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "member_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "club_membership" ADD CONSTRAINT "club_membership_club_id_fkey" FOREIGN KEY ("club_id") REFERENCES "club"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_payment" ADD CONSTRAINT "plan_payment_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "balance_tree_nodes" ADD CONSTRAINT "balance_tree_nodes_tree_id_fkey" FOREIGN KEY ("tree_id") REFERENCES "balance_tree"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "purchase_return" ADD CONSTRAINT "purchase_return_purchase_id_fkey" FOREIGN KEY ("purchase_id") REFERENCES "purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward_order" ADD CONSTRAINT "reward_order_reward_id_fkey" FOREIGN KEY ("reward_id") REFERENCES "reward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "segment_member" ADD CONSTRAINT "segment_member_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "bank_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "bank_statement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_file_row" ADD CONSTRAINT "partner_file_row_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "partner_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_file_hub_row" ADD CONSTRAINT "partner_file_hub_row_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "partner_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_file_pair" ADD CONSTRAINT "partner_file_pair_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "partner_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recon_match" ADD CONSTRAINT "recon_match_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "recon_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute_evidence" ADD CONSTRAINT "dispute_evidence_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "velocity_case" ADD CONSTRAINT "velocity_case_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "velocity_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

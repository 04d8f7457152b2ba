-- Quotas and the call budget (05 §2, §4).

-- One row per account and kind of quota: taken by every transaction that spends of it, so that two cannot take the last one. Accounts and
-- apps may have a total of their own.
create table quota (
    slot bigint not null,
    owner_id bigint not null,
    kind text not null,
    total bigint,
    spent_at bigint,
    primary key (slot, owner_id, kind)
) ${clustered};

-- One row per event that counts.
create table quota_event (
    slot bigint not null,
    account_id bigint not null,
    kind text not null,
    spent_at bigint not null,
    id bigint not null,
    primary key (slot, account_id, kind, spent_at, id)
) ${clustered};

-- Calls and their nanoseconds in each five minutes since 1970. The owner is an account or an app; app_id is the app that calls for an
-- account, or 0 for the account or app as such.
create table call_usage (
    slot bigint not null,
    owner_id bigint not null,
    app_id bigint not null,
    bucket bigint not null,
    calls bigint not null,
    nanos bigint not null,
    primary key (slot, owner_id, app_id, bucket)
) ${clustered};

-- People (specification 15 §15.22). What is unique in the whole system is a table of its own; everything else lives with its owner:
-- keys begin with the slot, then the account. Facts are dated. Instants are milliseconds.

-- released_at: when its owner took another name; nobody else can have it until the hold is over (09 §9.2).
create table username (
    username_key text not null,
    account_id bigint not null,
    claimed_at bigint not null,
    released_at bigint,
    primary key (username_key)
) ${clustered};

create table email (
    email_key text not null,
    account_id bigint not null,
    claimed_at bigint not null,
    primary key (email_key)
) ${clustered};

create table account (
    slot bigint not null,
    id bigint not null,
    username text not null,
    email text,
    name text not null,
    biography text not null,
    picture_key text,
    birth_date text,
    gender text not null,
    country text,
    city text,
    language text not null,
    time_zone text not null,
    mention_policy text not null,
    private_at bigint,
    verified_at bigint,
    suspended_at bigint,
    age_restricted_at bigint,
    geo_refused_at bigint,
    deactivated_at bigint,
    deleted_at bigint,
    created_at bigint not null,
    primary key (slot, id)
) ${clustered};

-- Small square pictures, base64, so that they are part of every backup and every server has them.
create table picture (
    slot bigint not null,
    account_id bigint not null,
    picture_key text not null,
    media_type text not null,
    content text not null,
    made_at bigint not null,
    primary key (slot, account_id, picture_key)
);

create unique index picture_by_key on picture (slot, picture_key);

create table password (
    slot bigint not null,
    account_id bigint not null,
    hash text not null,
    primary key (slot, account_id)
) ${clustered};

create table password_reset (
    slot bigint not null,
    account_id bigint not null,
    token_hash text not null,
    expires_at bigint not null,
    primary key (slot, account_id, token_hash)
) ${clustered};

create index password_reset_by_token on password_reset (slot, token_hash);

create table session (
    slot bigint not null,
    account_id bigint not null,
    id bigint not null,
    token_hash text not null,
    device text not null,
    created_at bigint not null,
    used_at bigint not null,
    primary key (slot, account_id, id)
) ${clustered};

create unique index session_by_token on session (slot, token_hash);

-- How much of an allowance is used up, as the moment at which all of it is there again. The key is a digest: it holds addresses.
create table throttle (
    throttle_key text not null,
    whole_at bigint not null,
    primary key (throttle_key)
) ${clustered};

create index throttle_by_time on throttle (whole_at);

-- Whom an account follows, and by whom it is followed: one fact in two rows, one with each.
create table follow (
    slot bigint not null,
    account_id bigint not null,
    other_id bigint not null,
    id bigint not null,
    asked_at bigint not null,
    accepted_at bigint,
    primary key (slot, account_id, other_id)
) ${clustered};

-- paused_at: since when the follower's account is deactivated; such followers do not count (15 §15.4).
create table follower (
    slot bigint not null,
    account_id bigint not null,
    other_id bigint not null,
    id bigint not null,
    asked_at bigint not null,
    accepted_at bigint,
    paused_at bigint,
    primary key (slot, account_id, other_id)
) ${clustered};

create table block (
    slot bigint not null,
    account_id bigint not null,
    other_id bigint not null,
    blocked_at bigint not null,
    primary key (slot, account_id, other_id)
) ${clustered};

create table blocked_by (
    slot bigint not null,
    account_id bigint not null,
    other_id bigint not null,
    blocked_at bigint not null,
    primary key (slot, account_id, other_id)
) ${clustered};

-- Codes, tokens and grants live with their account. A code or a token is found by its hash alone: its text tells the
-- slot, but not the account, so the hash stands where the owner stands in other keys (docs/decisions/0060).

create table authorization_code (
    slot bigint not null,
    hash text not null,
    account_id bigint not null,
    app_id bigint not null,
    redirect_uri text not null,
    scopes text not null,
    challenge text,
    challenge_method text,
    expires_at bigint not null,
    used_at bigint,
    primary key (slot, hash)
) ${clustered};

create index authorization_code_expires on authorization_code (slot, expires_at);

create table access_token (
    slot bigint not null,
    hash text not null,
    account_id bigint not null,
    app_id bigint not null,
    life text not null,
    scopes text not null,
    issued_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    ended_at bigint,
    ending text,
    primary key (slot, hash)
) ${clustered};

create index access_token_account on access_token (slot, account_id, app_id);
create index access_token_expires on access_token (slot, expires_at);

-- One row for an account and an app; a removed app keeps its row, so that the person can see it.
create table app_grant (
    slot bigint not null,
    account_id bigint not null,
    app_id bigint not null,
    scoped_id bigint not null,
    scopes text not null,
    granted_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    ended_at bigint,
    primary key (slot, account_id, app_id)
) ${clustered};

-- What a person asked an app to delete, and what the app answered.
create table data_deletion (
    slot bigint not null,
    account_id bigint not null,
    id bigint not null,
    app_id bigint not null,
    requested_at bigint not null,
    answered_at bigint,
    url text,
    confirmation_code text,
    primary key (slot, account_id, id)
) ${clustered};

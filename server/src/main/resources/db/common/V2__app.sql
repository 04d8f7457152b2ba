-- Developers' apps (02, 01 §6). What belongs to an app lives in the app's slot, what belongs to a person in the person's.

create table app (
    slot bigint not null,
    id bigint not null,
    name text not null,
    mode text not null,
    sealed_secret text not null,
    secret_since bigint not null,
    deauthorize_url text,
    data_deletion_url text,
    proof_required_at bigint,
    business_verified_at bigint,
    disabled_at bigint,
    deleted_at bigint,
    changed_at bigint not null,
    primary key (slot, id)
) ${clustered};

create table app_redirect_uri (
    slot bigint not null,
    app_id bigint not null,
    uri text not null,
    added_at bigint not null,
    primary key (slot, app_id, uri)
) ${clustered};

create table app_permission (
    slot bigint not null,
    app_id bigint not null,
    scope text not null,
    review text not null,
    reviewed_at bigint not null,
    primary key (slot, app_id, scope)
) ${clustered};

-- A role is two rows, one with the app and one with the person, always written together. Not accepted yet: an invitation.
create table app_role (
    slot bigint not null,
    app_id bigint not null,
    account_id bigint not null,
    role text not null,
    invited_at bigint not null,
    accepted_at bigint,
    primary key (slot, app_id, account_id, role)
) ${clustered};

create table account_role (
    slot bigint not null,
    account_id bigint not null,
    app_id bigint not null,
    role text not null,
    invited_at bigint not null,
    accepted_at bigint,
    primary key (slot, account_id, app_id, role)
) ${clustered};

-- The id by which an app knows a person, in the person's slot, which the low bits of the scoped id name. App 0: the same for all apps.
create table app_user (
    slot bigint not null,
    account_id bigint not null,
    app_id bigint not null,
    scoped_id bigint not null,
    met_at bigint not null,
    primary key (slot, account_id, app_id),
    unique (slot, scoped_id)
) ${clustered};

-- Webhooks (specification 12). Which app wants to be told of what, and where. These three belong to nobody in particular: every publication
-- asks whether anybody listens, and apps are few. fields: names, separated by blanks. Verify tokens are not kept (docs/decisions/0170).
create table webhook_subscription (
    app_id bigint not null,
    topic text not null,
    callback_url text not null,
    fields text not null,
    verified_at bigint not null,
    failing_since bigint,
    inactive_at bigint,
    primary key (app_id, topic)
) ${clustered};

-- How an app wants its events written, if not as usual.
create table webhook_manner (
    app_id bigint not null,
    values_format text not null,
    delete_target text not null,
    primary key (app_id)
) ${clustered};

-- Until when events are kept for the streams of an app, whether or not one is open.
create table webhook_stream (
    app_id bigint not null,
    until bigint not null,
    primary key (app_id)
) ${clustered};

-- What happened, written together with it: who is to be told is settled a moment later.
create table webhook_event (
    slot bigint not null,
    id bigint not null,
    kind text not null,
    post_id bigint not null,
    primary key (slot, id)
) ${clustered};

create index webhook_event_order on webhook_event (id);

-- One event for one app, about one person, with the very bytes that are sent. lane: the address it goes to, while it is to be sent. A row that is being
-- sent is not due until its sender counts as dead.
create table webhook_delivery (
    slot bigint not null,
    app_id bigint not null,
    id bigint not null,
    account_id bigint not null,
    field text not null,
    post_id bigint not null,
    body text not null,
    state text not null,
    lane text not null,
    begun_at bigint not null,
    attempts bigint not null,
    due_at bigint,
    sent_at bigint,
    millis bigint not null,
    status bigint not null,
    answer text not null,
    primary key (slot, app_id, id)
) ${clustered};

create index webhook_delivery_due on webhook_delivery (lane, due_at) where due_at is not null;

-- Whom an account keeps at a distance, and how: BLOCK, RESTRICTION or MUTE (specification 15 §15.5). One fact in two rows, one with each of
-- the two. since: a restriction concerns what was written after it.
create table distance (
    slot bigint not null,
    account_id bigint not null,
    kind text not null,
    other_id bigint not null,
    since bigint not null,
    primary key (slot, account_id, kind, other_id)
) ${clustered};

create table distanced (
    slot bigint not null,
    account_id bigint not null,
    kind text not null,
    other_id bigint not null,
    since bigint not null,
    primary key (slot, account_id, kind, other_id)
) ${clustered};

insert into distance (slot, account_id, kind, other_id, since)
select slot, account_id, 'BLOCK', other_id, blocked_at from block;

insert into distanced (slot, account_id, kind, other_id, since)
select slot, account_id, 'BLOCK', other_id, blocked_at from blocked_by;

drop table block;
drop table blocked_by;

-- Words that an account does not want to read under its posts. word_key: as texts are searched for it.
create table hidden_word (
    slot bigint not null,
    account_id bigint not null,
    word_key text not null,
    word text not null,
    hidden_at bigint not null,
    primary key (slot, account_id, word_key)
) ${clustered};

-- What hangs below a text, what a post points to, and how long it lives (specification 04 §5, §13, §16). At most one kind of attachment is
-- filled; its columns are options of a poll, a long text, or a moving picture as "PROVIDER id".

alter table container add column lifetime text not null default 'LASTING';
alter table container add column quoted_id bigint;
alter table container add column reposted_id bigint;
alter table container add column place_id bigint;
alter table container add column option_a text;
alter table container add column option_b text;
alter table container add column option_c text;
alter table container add column option_d text;
alter table container add column long_text text;
alter table container add column long_link text;
alter table container add column long_styles text;
alter table container add column gif text;

alter table post add column lifetime text not null default 'LASTING';
alter table post add column quoted_id bigint;
alter table post add column reposted_id bigint;
alter table post add column place_id bigint;
alter table post add column option_a text;
alter table post add column option_b text;
alter table post add column option_c text;
alter table post add column option_d text;
alter table post add column long_text text;
alter table post add column long_link text;
alter table post add column long_styles text;
alter table post add column gif text;

-- Who has reposted what: one fact in two rows, one with who did, one beside the original, so that both are found when either goes.
create table repost (
    slot bigint not null,
    account_id bigint not null,
    original_id bigint not null,
    post_id bigint not null,
    primary key (slot, account_id, original_id)
) ${clustered};

create table reposted (
    slot bigint not null,
    original_id bigint not null,
    post_id bigint not null,
    primary key (slot, original_id, post_id)
) ${clustered};

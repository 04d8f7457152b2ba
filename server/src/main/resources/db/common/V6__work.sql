-- Work for later. A job that runs is not due until its worker counts as dead, so one column says both.
create table job (
    slot bigint not null,
    id bigint not null,
    kind text not null,
    subject bigint not null,
    payload text not null,
    due_at bigint not null,
    attempt bigint not null,
    primary key (slot, id)
) ${clustered};

create index job_due on job (due_at);

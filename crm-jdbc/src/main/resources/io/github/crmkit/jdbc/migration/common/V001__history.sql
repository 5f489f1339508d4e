-- Who did what to which aggregate, when and why. Rows are only ever added.
create table ${table}history (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    subject_type    varchar(40)     ${text} not null,
    subject_id      ${id}           not null,
    subject_version bigint          not null,
    occurred_at     ${instant}      not null,
    actor_id        ${id}           not null,
    code            varchar(60)     ${text} not null,
    note            varchar(500)    ${text},
    changes         ${longtext},
    related         ${longtext},
    primary key (tenant_id, id)
)${options};

create index ${key}ix_history_subject on ${table}history (tenant_id, subject_type, subject_id, subject_version, id);

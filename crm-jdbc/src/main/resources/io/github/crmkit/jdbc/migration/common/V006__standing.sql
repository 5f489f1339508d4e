-- How each deal stood from a moment on: what is counted and added up, in two times. Rows are only ever added.
-- opportunity_id has no foreign key: a removed deal's past stays.
create table ${table}standing (
    tenant_id           ${id}           not null,
    id                  ${id}           not null,
    opportunity_id      ${id}           not null,
    effective_at        ${instant}      not null,
    recorded_at         ${instant}      not null,
    opportunity_version bigint          not null,
    actor_id            ${id}           not null,
    pipeline_id         ${id}           not null,
    stage_id            ${id}           not null,
    outcome             varchar(40)     ${text} not null,
    category            varchar(40)     ${text} not null,
    probability         numeric(24, 6)  not null,
    amount              numeric(24, 6),
    currency            varchar(3)      ${text},
    close_date          date,
    owner_id            ${id}           not null,
    account_id          ${id},
    removed             boolean         not null,
    primary key (tenant_id, id)
)${options};

create index ${key}ix_standing_deal
    on ${table}standing (tenant_id, opportunity_id, effective_at, recorded_at, opportunity_version, id);

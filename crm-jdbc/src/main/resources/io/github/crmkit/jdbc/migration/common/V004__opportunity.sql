-- Ways of selling, and the deals that go through them. Probabilities are percent points, amounts without tax.

-- default_mark is 'default' for one pipeline of a tenant at most, and absent for all others.
create table ${table}pipeline (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    name            varchar(100)    ${text} not null,
    name_folded     varchar(100)    ${text} not null,
    reference       varchar(100)    ${text},
    stages          ${longtext},
    active          boolean         not null,
    default_mark    varchar(7)      ${text},
    primary key (tenant_id, id),
    constraint ${key}uq_pipeline_name unique (tenant_id, name),
    constraint ${key}uq_pipeline_reference unique (tenant_id, reference),
    constraint ${key}uq_pipeline_default unique (tenant_id, default_mark)
)${options};

-- lead_id has no foreign key: a lead may be erased while what it became stays.
create table ${table}opportunity (
    tenant_id           ${id}           not null,
    id                  ${id}           not null,
    version             bigint          not null,
    created_at          ${instant}      not null,
    created_by          ${id}           not null,
    changed_at          ${instant}      not null,
    changed_by          ${id}           not null,
    name                varchar(200)    ${text} not null,
    name_folded         varchar(200)    ${text} not null,
    owner_id            ${id}           not null,
    account_id          ${id},
    contact_id          ${id},
    pipeline_id         ${id}           not null,
    stage_id            ${id}           not null,
    category            varchar(40)     ${text} not null,
    outcome             varchar(40)     ${text} not null,
    entered_at          ${instant}      not null,
    last_open_stage_id  ${id},
    stage_probability   numeric(24, 6)  not null,
    model_probability   numeric(24, 6),
    manual_probability  numeric(24, 6),
    judged_by           ${id},
    judged_at           ${instant},
    probability         numeric(24, 6)  not null,
    amount              numeric(24, 6),
    currency            varchar(3)      ${text},
    close_date          date,
    closed_on           date,
    close_reason        varchar(500)    ${text},
    lead_id             ${id},
    reference           varchar(100)    ${text},
    primary key (tenant_id, id),
    constraint ${key}uq_opportunity_reference unique (tenant_id, reference),
    constraint ${key}fk_opportunity_pipeline foreign key (tenant_id, pipeline_id)
        references ${table}pipeline (tenant_id, id),
    constraint ${key}fk_opportunity_account foreign key (tenant_id, account_id)
        references ${table}account (tenant_id, id),
    constraint ${key}fk_opportunity_contact foreign key (tenant_id, contact_id)
        references ${table}contact (tenant_id, id)
)${options};

create index ${key}ix_opportunity_board on ${table}opportunity (tenant_id, pipeline_id, stage_id, close_date${absentlast}, id);
create index ${key}ix_opportunity_owner on ${table}opportunity (tenant_id, owner_id, outcome, close_date${absentlast}, id);
create index ${key}ix_opportunity_close_date on ${table}opportunity (tenant_id, outcome, close_date${absentlast}, id);
create index ${key}ix_opportunity_closed_on on ${table}opportunity (tenant_id, closed_on${absentlast}, id);
create index ${key}ix_opportunity_account on ${table}opportunity (tenant_id, account_id, id);
create index ${key}ix_opportunity_contact on ${table}opportunity (tenant_id, contact_id, id);
create index ${key}ix_opportunity_lead on ${table}opportunity (tenant_id, lead_id, id);

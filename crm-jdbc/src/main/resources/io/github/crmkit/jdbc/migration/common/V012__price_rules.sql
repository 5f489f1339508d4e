-- Rules that change prices. A set's place is its position among the sets; a rule's effect is one JSON text.

create table ${table}rule_set (
    tenant_id           ${id} not null,
    id                  ${id} not null,
    version             bigint not null,
    created_at          ${instant} not null,
    created_by          ${id} not null,
    changed_at          ${instant} not null,
    changed_by          ${id} not null,
    name                varchar(100) ${text} not null,
    name_folded         varchar(100) ${text} not null,
    price_book_id       ${id},
    place               bigint not null,
    stacking            varchar(40) ${text} not null,
    valid_from          date,
    valid_until         date,
    active              boolean not null,
    primary key (tenant_id, id),
    constraint ${key}uq_rule_set_name unique (tenant_id, name),
    constraint ${key}uq_rule_set_position unique (tenant_id, place),
    constraint ${key}fk_rule_set_price_book foreign key (tenant_id, price_book_id)
        references ${table}price_book (tenant_id, id)
)${options};

create index ${key}ix_rule_set_name_folded on ${table}rule_set (tenant_id, name_folded, id);

create table ${table}price_rule (
    tenant_id           ${id} not null,
    id                  ${id} not null,
    version             bigint not null,
    created_at          ${instant} not null,
    created_by          ${id} not null,
    changed_at          ${instant} not null,
    changed_by          ${id} not null,
    rule_set_id         ${id} not null,
    name                varchar(200) ${text} not null,
    name_folded         varchar(200) ${text} not null,
    buyer               varchar(40) ${text} not null,
    account_id          ${id},
    account_group       varchar(100) ${text},
    item                varchar(40) ${text} not null,
    product_id          ${id},
    category_id         ${id},
    from_quantity       numeric(24, 6) not null,
    below_quantity      numeric(24, 6),
    valid_from          date,
    valid_until         date,
    condition_text      varchar(4000) ${text},
    effect              ${longtext},
    effect_kind         varchar(40) ${text} not null,
    priority            bigint not null,
    active              boolean not null,
    promotion_id        ${id},
    primary key (tenant_id, id),
    constraint ${key}fk_price_rule_rule_set foreign key (tenant_id, rule_set_id)
        references ${table}rule_set (tenant_id, id),
    constraint ${key}fk_price_rule_product foreign key (tenant_id, product_id)
        references ${table}product (tenant_id, id),
    constraint ${key}fk_price_rule_category foreign key (tenant_id, category_id)
        references ${table}category (tenant_id, id),
    constraint ${key}fk_price_rule_promotion foreign key (tenant_id, promotion_id)
        references ${table}promotion (tenant_id, id)
)${options};

create index ${key}ix_price_rule_set on ${table}price_rule (tenant_id, rule_set_id, id);
create index ${key}ix_price_rule_product on ${table}price_rule (tenant_id, product_id, id);
create index ${key}ix_price_rule_name_folded on ${table}price_rule (tenant_id, name_folded, id);

package io.github.crmkit.agreement;

import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The contracted prices of a tenant. */
public interface ContractPrices extends Repository<ContractPrice, ContractPriceId> {

    /** How contracted prices are kept. */
    EntityType<ContractPrice, ContractPriceId> TYPE = EntityType.named(
                    "contract-price", ContractPriceId::new, ContractPrice::id)
            .fields(ContractPriceFields.ALL)
            .unique(
                    "agreed",
                    ContractPriceFields.ACCOUNT,
                    ContractPriceFields.PRODUCT,
                    ContractPriceFields.UNIT,
                    ContractPriceFields.CURRENCY,
                    ContractPriceFields.VALID_FROM)
            .stamp(ContractPrice::stamp, ContractPrice::withStamp);

    /** The contracted prices within a unit of work; whoever asks checks that the account is visible. */
    static ContractPrices in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The contracted prices in this repository. */
    static ContractPrices over(Repository<ContractPrice, ContractPriceId> repository) {
        record Kept(Repository<ContractPrice, ContractPriceId> base)
                implements ContractPrices, ForwardingRepository<ContractPrice, ContractPriceId> {}
        return new Kept(repository);
    }

    /** Selects those of an account. */
    static Criteria<ContractPrice> of(AccountId account) {
        return ContractPriceFields.ACCOUNT.equalTo(account);
    }

    /**
     * All that was agreed on with an account for these products, applying or not, in the order of their ids. One query, and
     * one more for each thousand of them beyond the first.
     *
     * @param products at most {@value Criteria#MAX_VALUES}; more is a
     *     {@link io.github.crmkit.kernel.LimitExceededException}
     */
    default List<ContractPrice> of(AccountId account, Collection<ProductId> products) {
        List<ContractPrice> found = new ArrayList<>();
        if (!products.isEmpty()) {
            each(of(account).and(ContractPriceFields.PRODUCT.in(products)), Sort.byId(), found::add);
        }
        return found;
    }
}

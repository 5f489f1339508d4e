package io.github.crmkit.catalog;

import static io.github.crmkit.catalog.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import org.junit.jupiter.api.Test;

class ProductTest {

    @Test
    void a_product_is_archived_and_restored() {
        Change<Product> archived = aProduct().build().archive();
        Change<Product> restored = archived.state().restore();

        assertThat(archived.state().isActive()).isFalse();
        assertThat(archived.events()).containsExactly(new ProductEvent.Archived());
        assertThat(restored.state()).isEqualTo(aProduct().build());
        assertThat(restored.events()).containsExactly(new ProductEvent.Restored());
    }

    @Test
    void what_is_archived_already_stays_as_it_is() {
        assertThat(aProduct().archived().build().archive().isNone()).isTrue();
        assertThat(aProduct().build().restore().isNone()).isTrue();
    }

    @Test
    void its_life_is_a_table() {
        assertThat(ProductStatus.LIFECYCLE.permits(ProductStatus.ACTIVE, ProductStatus.ARCHIVED))
                .isTrue();
        assertThat(ProductStatus.LIFECYCLE.permits(ProductStatus.ARCHIVED, ProductStatus.ACTIVE))
                .isTrue();
        assertThat(ProductStatus.LIFECYCLE.starts()).containsExactly(ProductStatus.ACTIVE);
    }

    @Test
    void an_edit_sets_every_text_but_the_sku() {
        Product product = aProduct().taxCategory("standard").build();

        Change<Product> edited = product.edit(
                EditProduct.of(product).name("Wall tile").unit("box").taxCategory(null));

        assertThat(edited.state().sku()).isEqualTo(product.sku());
        assertThat(edited.state().name()).isEqualTo("Wall tile");
        assertThat(edited.state().unit()).isEqualTo("box");
        assertThat(edited.state().taxCategory()).isNull();
        assertThat(edited.events()).containsExactly(new ProductEvent.Edited());
    }

    @Test
    void an_edit_that_changes_nothing_is_none() {
        Product product = aProduct().build();

        assertThat(product.edit(EditProduct.of(product).name("  " + product.name() + " "))
                        .isNone())
                .isTrue();
    }

    @Test
    void texts_are_kept_without_the_spaces_around_them() {
        assertThat(aProduct().sku(" TILE-60 ").build().sku()).isEqualTo("TILE-60");
    }

    @Test
    void an_impossible_product_is_refused_with_everything_that_is_wrong() {
        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class,
                () -> aProduct()
                        .sku("x".repeat(61))
                        .name(" ")
                        .taxCategory("t".repeat(41))
                        .build());

        assertThat(refused.violations())
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        tuple("sku", "plain-text"), tuple("name", "plain-text"), tuple("taxCategory", "plain-text"));
    }
}

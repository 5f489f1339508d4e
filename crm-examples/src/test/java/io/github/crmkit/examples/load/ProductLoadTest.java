package io.github.crmkit.examples.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.folder.Folders;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.memory.MemoryStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The category of a row is a path in the tree of categories. */
class ProductLoadTest {

    @TempDir
    private Path folder;

    private final CrmSession session = StoredState.session(new MemoryStorage());

    @Test
    void what_is_missing_of_a_path_is_made_once() {
        load("""
                sku,name,category
                A,Tile,Tiles/Floor
                B,Tile,Tiles / Floor/
                C,Tile,Tiles/Wall
                D,Grout,Grout
                E,Nail,
                F,Rest,/
                """);

        assertThat(session.categories().tree()).hasToString("Grout\nTiles\nTiles/Floor\nTiles/Wall");
        assertThat(List.of("A", "B", "C", "D", "E", "F"))
                .extracting(this::path)
                .containsExactly("Tiles/Floor", "Tiles/Floor", "Tiles/Wall", "Grout", "", "");
    }

    @Test
    void another_path_of_a_product_that_is_there_is_told_and_changes_nothing() {
        load("sku,name,category\nA,Tile,Tiles/Floor\nB,Tile,Tiles\n");

        LoadReport again = load("sku,name,category\nA,Tile,Tiles/Wall\nB,Tile,Tiles\n");

        assertThat(again.unchanged(Source.PRODUCTS)).isEqualTo(2);
        assertThat(again.render()).contains("is stored with other values, which were kept: 1 row, line 2");
        assertThat(session.categories().tree()).hasToString("Tiles\nTiles/Floor");
    }

    private String path(String sku) {
        return session.products()
                .bySku(sku)
                .flatMap(product -> product.grouping().place())
                .map(place -> session.categories().tree().path(place))
                .orElse("");
    }

    private LoadReport load(String products) {
        Folders folders =
                new Folders(folder).mapping("products.file = products.csv").file("products.csv", products);
        Progress silent = new Progress(line -> {}, InstantSource.fixed(Instant.EPOCH), Duration.ofSeconds(1));
        return FolderLoad.load(session, folders.open(), silent).report();
    }
}

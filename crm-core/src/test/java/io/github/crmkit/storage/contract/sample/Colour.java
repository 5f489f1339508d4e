package io.github.crmkit.storage.contract.sample;

/** Constants that are declared in another order than their names have: stores keep and sort the names. */
public enum Colour {
    RED,
    GREEN,
    BLUE,
    AMBER
}

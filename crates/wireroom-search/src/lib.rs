//! wireroom-search: see ARCHITECTURE.md.

//! wireroom-copy: see ARCHITECTURE.md.

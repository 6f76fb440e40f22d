//! wireroom-story: see ARCHITECTURE.md.

package org.probity.trace;

/** Writes what is poured into a pool, and drawn from it. */
record Tanks(Book book, Step step, Row taken, Made made) {

    /** A melt or a mixed tank. @return what is found, since more is drawn than there is */
    long mixed(int pool) {
        if (made.again.containsKey(pool)) {
            draw(made.item(pool, taken.mass(), taken));
            return 0;
        }
        if (made.between instanceof Between place) {
            draw(taken.size > 0 ? made.between(place, taken) : place.before());
            return 0;
        }
        var found = pour(pool, false);
        if (taken.size > 0) {
            made.item(pool, taken.mass(), taken);
        }
        if (out() > 0 || !step.outputs().isEmpty()) {
            book.graph.setStock(book.node(pool), book.graph.stock(book.node(pool)) - out());
        }
        draw(book.node(pool));
        return found;
    }

    /** First in, first out: each source is a layer. */
    long queue(int pool) {
        var found = pour(pool, true);
        var tank = book.tanks.get(pool);
        for (int source = 0; source < taken.size; source++) {
            made.item(pool, taken.masses[source], Row.of(taken.nodes[source], taken.masses[source]));
        }
        for (var part : step.outputs()) {
            made.item(part.item(), part.mass(), drawn(tank, book.node(pool), part.mass()));
        }
        if (step.scrap() > 0) {
            made.sink(Graph.SCRAP, step.scrap(), drawn(tank, book.node(pool), step.scrap()));
        }
        return found;
    }

    private long out() {
        return Draft.sum(step.outputs()) + step.scrap();
    }

    private long pour(int pool, boolean fifo) {
        book.tanks.computeIfAbsent(pool, _ -> new Tank(fifo, step.when())).moved = step.when();
        var found = Math.max(0, out() - book.stock(pool) - taken.mass());
        if (found > 0) {
            taken.add(made.find(found), found);
        }
        return found;
    }

    /** Outputs and scrap from what a melt is now. */
    private void draw(int state) {
        var melt = Row.of(state, 0);
        step.outputs().forEach(part -> made.item(part.item(), part.mass(), Made.alone(melt, part.mass())));
        if (step.scrap() > 0) {
            made.sink(Graph.SCRAP, step.scrap(), Made.alone(melt, step.scrap()));
        }
    }

    private Row drawn(Tank tank, int newest, long mass) {
        var row = new Row();
        tank.held -= mass;
        for (var layer : tank.layers) {
            if (mass == 0) {
                break;
            }
            var part = Math.min(mass, book.graph.stock(layer));
            row.add(layer, part);
            book.graph.setStock(layer, book.graph.stock(layer) - part);
            mass -= part;
        }
        tank.drain(book.graph);
        if (row.size == 0) {
            row.add(newest, 0);
        }
        return row;
    }
}
